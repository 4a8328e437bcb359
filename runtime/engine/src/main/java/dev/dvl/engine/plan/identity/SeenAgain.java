package dev.dvl.engine.plan.identity;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Leaves out objects that are only seen once more: two hosts of a program may lead to one server,
 * such as an engine by its socket and by SSH, or all engines of a program on somebody's own
 * machine. What stands for a resource on one of them is nothing to be removed from the other.
 */
final class SeenAgain {
  private final Matched matched;
  private final Map<Sight, Address> seen = new HashMap<>();

  private record Sight(String server, String kind, String id) {}

  private SeenAgain(Matched matched) {
    this.matched = matched;
  }

  static Matched without(Matched matched) {
    return new SeenAgain(matched).once();
  }

  private Matched once() {
    for (Map.Entry<Address, Live> own : matched.own().entrySet()) {
      var _ = isNew(matched.selected().host(own.getKey()), own.getValue().ref());
    }
    List<Unwanted> once = new ArrayList<>();
    for (Unwanted object : matched.unwanted()) {
      if (isNew(object.host(), object.live().ref())) {
        once.add(object);
      }
    }
    return matched.wanting(once);
  }

  /** One host may show an object in several ways. */
  private boolean isNew(Address host, Ref object) {
    String server = matched.seen().readable(host).map(view -> view.facts().server()).orElse("");
    Address first = host;
    if (!server.isEmpty()) {
      first = seen.computeIfAbsent(new Sight(server, object.kind(), object.id()), _ -> host);
    }
    return first.equals(host);
  }
}
