package dev.dvl.docker.network;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Link;
import dev.dvl.docker.Codes;
import dev.dvl.docker.kind.Reading;
import dev.dvl.engine.live.Finding;
import dev.dvl.stdlib.ContainerAttribute;
import dev.dvl.stdlib.ContainerPart;
import dev.dvl.stdlib.KindName;
import dev.dvl.stdlib.MembershipPart;
import dev.dvl.stdlib.NetworkAttribute;
import dev.dvl.stdlib.NetworkPart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the engine would refuse of overlay networks, which belong to a swarm. */
record Overlays(Reading reading) {
  private static final String OVERLAY = "overlay";

  void tell() {
    Map<Address, Instance> overlays =
        reading.query().wanted().stream()
            .filter(it -> it.kind().equals(NetworkKind.NAME))
            .filter(it -> NetworkPart.of(it.values()).driver().is(OVERLAY))
            .collect(Collectors.toMap(Instance::address, Function.identity()));
    if (!reading.info().at("Swarm", "ControlAvailable").isTrue()) {
      overlays.values().forEach(it -> reading.told().accept(withoutSwarm(it)));
    }
    for (Instance wanted : reading.query().wanted()) {
      for (Field<MembershipPart> place : places(wanted)) {
        place
            .then(MembershipPart::network)
            .known()
            .flatMap(Link::resource)
            .map(it -> overlays.get(it.address()))
            .ifPresent(network -> joins(wanted, place, network));
      }
    }
  }

  private static List<Field<MembershipPart>> places(Instance wanted) {
    return wanted.kind().equals(KindName.CONTAINER.word())
        ? ContainerPart.of(wanted.values()).networks().orElse(List.of())
        : List.of();
  }

  private void joins(Instance container, Field<MembershipPart> place, Instance network) {
    if (!NetworkPart.of(network.values()).attachable().is(true)) {
      reading.told().accept(notAttachable(container, network.address()));
    }
    if (place.then(MembershipPart::address).isSet()
        || place.then(MembershipPart::address6).isSet()) {
      reading.told().accept(withAddress(container, network.address()));
    }
  }

  private static Finding withAddress(Instance container, Address network) {
    return new Finding(
        Codes.OVERLAY,
        container.address(),
        Optional.of(ContainerAttribute.NETWORKS.path()),
        "the swarm gives out the addresses in `" + network + "`",
        List.of("A name in `aliases` stays the same."));
  }

  private static Finding withoutSwarm(Instance network) {
    return new Finding(
        Codes.OVERLAY,
        network.address(),
        Optional.of(NetworkAttribute.DRIVER.path()),
        "only a manager of a swarm makes networks that span engines",
        List.of("`docker swarm init` makes the engine one, of a swarm of its own."));
  }

  private static Finding notAttachable(Instance container, Address network) {
    return new Finding(
        Codes.OVERLAY,
        container.address(),
        Optional.of(ContainerAttribute.NETWORKS.path()),
        "`" + network + "` is for services of the swarm alone",
        List.of("`attachable = true` in `" + network + "` lets single containers in."));
  }
}
