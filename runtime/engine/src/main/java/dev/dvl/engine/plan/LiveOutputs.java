package dev.dvl.engine.plan;

import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.diff.Known;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.plan.Draft.Fate;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The outputs of resources that keep their objects. Notes which of those that were read may come
 * out otherwise, because a planned change is one of those on which the output changes.
 */
final class LiveOutputs implements Known.Outputs {
  private final Draft draft;
  private final SortedSet<String> unsure = new TreeSet<>();

  LiveOutputs(Draft draft) {
    this.draft = draft;
  }

  /** What was read and may come out otherwise, as sentences. */
  SortedSet<String> unsure() {
    return unsure;
  }

  @Override
  public Optional<Value> read(Address resource, Path path) {
    if (Decide.object(draft, resource).isEmpty()) {
      return Optional.empty();
    }
    Live live = draft.own.get(resource);
    if (live == null) {
      return Optional.empty();
    }
    Optional<Value> value = Decide.shown(live, path);
    if (draft.fates.get(resource) == Fate.CHANGES) {
      value.ifPresent(now -> note(draft.kinds.get(live.ref().kind()), resource, path, now));
    }
    return value;
  }

  private void note(KindSchema kind, Address resource, Path path, Value now) {
    Optional<Impact> changesOn =
        kind.output(path.attribute()).flatMap(KindSchema.Output::changesOn);
    if (changesOn
        .filter(on -> draft.impacts.getOrDefault(resource, Impact.NONE).compareTo(on) >= 0)
        .isPresent()) {
      unsure.add(
          "`"
              + resource
              + "."
              + path
              + "` may change in this apply; now it is "
              + ValueText.of(now)
              + ".");
    }
  }
}
