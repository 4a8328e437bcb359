package dev.dvl.docker.plan;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Op.Need;
import dev.dvl.engine.live.Live;
import java.util.List;

/**
 * The networks that a container leaves before its successor comes, because they are not wanted any
 * more or are made anew; and the way back into them where the successor does not come.
 */
final class Leaving {
  private final Live old;
  private final Neighbours neighbours;
  private final Steps steps;
  private final List<Value> networks;

  Leaving(Change change, Live old, Neighbours neighbours, Steps steps) {
    this.old = old;
    this.neighbours = neighbours;
    this.steps = steps;
    boolean differ =
        change.fields().stream().anyMatch(it -> it.path().attribute().equals("networks"));
    this.networks = differ ? Making.elements(old.value("networks")) : List.of();
  }

  void leave() {
    for (int i = 0; i < networks.size(); i++) {
      Value network = networks.get(i);
      Connecting.disconnect(
          steps, "leave" + (i + 1), old.ref().id(), network, neighbours.network(network));
    }
  }

  /** Back where it never was stopped. */
  void returnRunning() {
    for (int i = 0; i < networks.size(); i++) {
      join(i, "rejoin" + (i + 1), Need.done("leave" + (i + 1)), Need.failed("stop"));
    }
  }

  /** Back one after the other behind {@code op}; the last op of that. */
  String returnBehind(String op) {
    String last = op;
    for (int i = 0; i < networks.size(); i++) {
      String id = "undo_join" + (i + 1);
      join(i, id, Need.done(last));
      last = id;
    }
    return last;
  }

  /** A network that has gone meanwhile is no hindrance for the others. */
  private void join(int index, String id, Need... needs) {
    steps
        .aside(id, Calls.NETWORK_CONNECT, needs)
        .with("container", old.ref().id())
        .with("membership", networks.get(index))
        .with("if_there", Value.of(true))
        .repeatable()
        .add();
  }
}
