package dev.dvl.engine.apply;

import dev.dvl.compiler.diagnostic.Article;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.diff.LiveDigest;
import dev.dvl.engine.live.Live;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares guards with what a read has found. */
final class GuardCheck {
  private record Key(String kind, String text) {}

  private final Map<Key, Live> byId = new HashMap<>();
  private final Map<Key, Live> byName = new HashMap<>();

  GuardCheck(List<Live> objects) {
    for (Live live : objects) {
      byId.put(new Key(live.ref().kind(), live.ref().id()), live);
      byName.put(new Key(live.ref().kind(), live.ref().name()), live);
    }
  }

  Optional<Live> object(String kind, String id) {
    return Optional.ofNullable(byId.get(new Key(kind, id)));
  }

  /**
   * Why a guard does not hold: a full sentence.
   *
   * @param leaving ids of objects that the plan itself takes away
   */
  Optional<String> violation(Op.Guard guard, Set<String> leaving) {
    return switch (guard) {
      case Op.Guard.Free(String kind, String name) -> taken(kind, name, leaving);
      case Op.Guard.Unchanged unchanged -> changed(unchanged);
    };
  }

  private Optional<String> taken(String kind, String name, Set<String> leaving) {
    return Optional.ofNullable(byName.get(new Key(kind, name)))
        .or(() -> object(kind, name))
        .filter(live -> !leaving.contains(live.ref().id()))
        .map(live -> Article.beginning(kind) + " named `" + name + "` has come up since.");
  }

  private Optional<String> changed(Op.Guard.Unchanged guard) {
    Optional<Live> live = object(guard.kind(), guard.id());
    if (live.isEmpty()) {
      return Optional.of("The " + guard.kind() + " is not there any more.");
    }
    if (live.get().unreadable().isPresent()) {
      return Optional.of(
          "The %s `%s` cannot be read now. %s"
              .formatted(guard.kind(), live.get().ref().name(), live.get().unreadable().get()));
    }
    boolean same = LiveDigest.of(live.get(), guard.attributes()).equals(guard.digest());
    return same
        ? Optional.empty()
        : Optional.of(
            "The " + guard.kind() + " `" + live.get().ref().name() + "` is not as it was.");
  }
}
