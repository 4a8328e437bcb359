package dev.dvl.docker.container.plan;

import dev.dvl.engine.change.Op.Need;
import dev.dvl.engine.provider.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A container that stays moves from networks into others. It leaves what is not wanted, then joins
 * what is; one that differs inside is left and joined. Where the last of these calls does not come
 * to its end, those that were joined are left again, and then those that were left are joined.
 *
 * @param container its id
 * @param left the networks to leave, as it is in them now
 * @param joined the networks to join, as it is to be in them
 */
record Moving(
    String container, List<NetworkPlace> left, List<NetworkPlace> joined, Neighbours neighbours) {

  void plan(Steps steps) {
    List<String> moves = new ArrayList<>();
    for (NetworkPlace place : left) {
      moves.add("leave" + (moves.size() + 1));
      leave(steps.changes(moves.getLast(), ContainerCallNames.NETWORK_DISCONNECT), place);
    }
    for (NetworkPlace place : joined) {
      moves.add("join" + (moves.size() - left.size() + 1));
      Networking.join(
          steps.changes(moves.getLast(), ContainerCallNames.NETWORK_CONNECT).taking(),
          container,
          place.written());
    }
    if (moves.size() > 1) {
      comeBack(steps, moves, moves.getLast());
    }
  }

  /** One after the other, whatever becomes of each. */
  private void comeBack(Steps steps, List<String> moves, String turning) {
    Optional<String> before = Optional.empty();
    for (int i = joined.size() - 2; i >= 0; i--) {
      Need[] needs = needs(moves.get(left.size() + i), turning, before);
      before = Optional.of("undo_join" + (i + 1));
      steps
          .undoes(before.get(), ContainerCallNames.NETWORK_DISCONNECT, needs)
          .with(new ContainerArguments.Leave(container, joined.get(i).network()))
          .repeatable()
          .giving()
          .add();
    }
    for (int i = 0; i < left.size() && !moves.get(i).equals(turning); i++) {
      Need[] needs = needs(moves.get(i), turning, before);
      before = Optional.of("rejoin" + (i + 1));
      Networking.rejoin(
          steps.undoes(before.get(), ContainerCallNames.NETWORK_CONNECT, needs),
          container,
          left.get(i),
          neighbours.network(left.get(i)));
    }
  }

  private static Need[] needs(String taken, String turning, Optional<String> before) {
    List<Need> needs = new ArrayList<>(List.of(Need.begun(taken), Need.failed(turning)));
    before.ifPresent(op -> needs.add(Need.over(op)));
    return needs.toArray(Need[]::new);
  }

  private void leave(Steps.Step step, NetworkPlace place) {
    Networking.leave(step.giving(), container, place, neighbours.network(place));
  }
}
