package dev.dvl.docker.container.plan;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.FieldChange;
import dev.dvl.engine.change.Op.Need;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.Steps;
import dev.dvl.stdlib.ContainerAttribute;
import dev.dvl.stdlib.MembershipAttribute;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The networks that a container leaves before its successor comes, because they are not wanted any
 * more or are made anew; and the way back into them where the successor does not come.
 */
final class Leaving {
  private final Live old;
  private final Neighbours neighbours;
  private final Steps steps;
  private final List<NetworkPlace> networks;

  private Leaving(
      Change change, Live old, Neighbours neighbours, Steps steps, boolean leavesBefore) {
    this.old = old;
    this.neighbours = neighbours;
    this.steps = steps;
    this.networks = leavesBefore && differ(change) ? NetworkPlace.all(old.values()) : List.of();
  }

  /** Before a successor that comes when the old container has stopped. */
  static Leaving ofStopped(Change change, Live old, Neighbours neighbours, Steps steps) {
    return new Leaving(change, old, neighbours, steps, true);
  }

  /**
   * Before a successor that comes while the old container runs: it stays in its networks for as
   * long as it can, which is not while one of the wanted ones is still to be made.
   */
  static Leaving ofRunning(Change change, Live old, Neighbours neighbours, Steps steps) {
    return new Leaving(change, old, neighbours, steps, isOneToBeMade(change, neighbours));
  }

  private static boolean differ(Change change) {
    return change.fields().stream().anyMatch(Leaving::isOfNetworks);
  }

  private static boolean isOfNetworks(FieldChange field) {
    return ContainerAttribute.NETWORKS.holds(field.path());
  }

  /** One that stands for the same resource and yet differs is made anew. */
  private static boolean isOneToBeMade(Change change, Neighbours neighbours) {
    boolean anew =
        change.fields().stream()
            .filter(Leaving::isOfNetworks)
            .anyMatch(it -> MembershipAttribute.NETWORK.ends(it.path()));
    return anew
        || change.after().stream()
            .flatMap(desired -> NetworkPlace.all(desired.values()).stream())
            .flatMap(place -> place.resource().stream())
            .anyMatch(network -> !neighbours.hasObject(network.address()));
  }

  /** What it no longer uses only once it is gone. */
  Set<Address> usedToTheEnd() {
    Set<Address> used = new HashSet<>(neighbours.usedBy(old));
    networks.forEach(network -> used.removeAll(neighbours.network(network)));
    return used;
  }

  void leave() {
    for (int i = 0; i < networks.size(); i++) {
      NetworkPlace network = networks.get(i);
      Networking.leave(
          steps.changes("leave" + (i + 1), ContainerCallNames.NETWORK_DISCONNECT),
          old.ref().id(),
          network,
          neighbours.network(network));
    }
  }

  /**
   * Back into them, one after the other, where {@code turning} has failed.
   *
   * @param undo what takes away the new container, which may have their addresses
   */
  void comeBack(String turning, Optional<String> undo) {
    Optional<String> before = undo;
    for (int i = 0; i < networks.size(); i++) {
      List<Need> needs = new ArrayList<>();
      needs.add(Need.begun("leave" + (i + 1)));
      needs.add(Need.failed(turning));
      before.ifPresent(op -> needs.add(Need.over(op)));
      before = Optional.of(id(i));
      Networking.rejoin(
          steps.undoes(id(i), ContainerCallNames.NETWORK_CONNECT, needs.toArray(Need[]::new)),
          old.ref().id(),
          networks.get(i),
          neighbours.network(networks.get(i)));
    }
  }

  /** The ops by which it is back. */
  List<String> backIn() {
    return IntStream.range(0, networks.size()).mapToObj(Leaving::id).toList();
  }

  private static String id(int index) {
    return "rejoin" + (index + 1);
  }
}
