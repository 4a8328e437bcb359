package dev.dvl.docker.foresight;

import dev.dvl.compiler.eval.IpAddress;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Value;
import dev.dvl.docker.Codes;
import dev.dvl.docker.container.plan.ContainerArguments;
import dev.dvl.docker.container.plan.ContainerCallNames;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.provider.CallArguments;
import dev.dvl.stdlib.ContainerAttribute;
import dev.dvl.stdlib.MembershipPart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A fixed address that a container of others has in a network that is there already. */
final class TakenAddresses implements Foreseen.Rule {

  /** A place in a network that a container asks for. */
  private record Asked(Address container, MembershipPart place) {}

  @Override
  public List<Finding> refused(Prospect prospect) throws IOException {
    List<Finding> found = new ArrayList<>();
    for (Asked asked : asked(prospect)) {
      Optional<Ref> network =
          asked
              .place()
              .network()
              .known()
              .flatMap(Link::resource)
              .map(Value.Ref::address)
              .flatMap(it -> Optional.ofNullable(prospect.objects().get(it)));
      for (String address : addresses(asked.place())) {
        if (network.isPresent() && !isMade(prospect, asked.place())) {
          holder(prospect, network.get(), address)
              .ifPresent(it -> found.add(taken(asked, address, it)));
        }
      }
    }
    return found;
  }

  private static List<Asked> asked(Prospect prospect) {
    Stream<Asked> made =
        Containers.made(prospect).stream()
            .flatMap(
                it ->
                    Field.elements(it.part().networks()).stream()
                        .map(place -> new Asked(it.address(), place)));
    Stream<Asked> joined =
        prospect.ops().stream()
            .filter(op -> op.request().call().equals(ContainerCallNames.NETWORK_CONNECT))
            .map(op -> new Asked(op.change(), place(join(op).membership())));
    return Stream.concat(made, joined).toList();
  }

  /** A network alone is a membership without aliases and addresses. */
  private static MembershipPart place(Value membership) {
    return MembershipPart.of(
        membership instanceof Value.ObjectOf
            ? membership
            : Value.ObjectOf.of(Map.of("network", membership)));
  }

  private static ContainerArguments.Join join(Op op) {
    return CallArguments.read(ContainerArguments.Join.class, op.request().args());
  }

  /** Whether the network is made anew, and nobody is in it then. */
  private static boolean isMade(Prospect prospect, MembershipPart place) {
    Optional<Address> network =
        place.network().known().flatMap(Link::resource).map(Value.Ref::address);
    return prospect.ops().stream()
        .anyMatch(
            op ->
                op.effect().role() == Op.Role.MAKES
                    && network.filter(op.change()::equals).isPresent());
  }

  private static List<String> addresses(MembershipPart place) {
    return Stream.of(place.address(), place.address6()).flatMap(it -> it.known().stream()).toList();
  }

  private static Optional<String> holder(Prospect prospect, Ref network, String address)
      throws IOException {
    return prospect.otherContainers().stream()
        .filter(
            it ->
                it.at("NetworkSettings", "Networks").fields().values().stream()
                    .filter(place -> place.at("NetworkID").text().equals(network.id()))
                    .anyMatch(place -> has(place, address)))
        .map(Named::container)
        .findFirst();
  }

  private static boolean has(Json place, String address) {
    Optional<IpAddress> wanted = IpAddress.read(address);
    return wanted.isPresent()
        && Stream.of("IPAddress", "GlobalIPv6Address")
            .anyMatch(it -> IpAddress.read(place.at(it).text()).equals(wanted));
  }

  private static Finding taken(Asked asked, String address, String holder) {
    return new Finding(
        Codes.ADDRESS_TAKEN,
        asked.container(),
        Optional.of(ContainerAttribute.NETWORKS.path()),
        "the address " + address + " is taken by the container `" + holder + "`",
        List.of("This program did not make that container, and does not stop it."));
  }
}
