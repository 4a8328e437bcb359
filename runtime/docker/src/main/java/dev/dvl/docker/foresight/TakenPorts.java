package dev.dvl.docker.foresight;

import dev.dvl.compiler.eval.PortMapping;
import dev.dvl.compiler.value.Field;
import dev.dvl.docker.Codes;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.live.Finding;
import dev.dvl.stdlib.ContainerAttribute;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A port of the machine that a container of others publishes. */
final class TakenPorts implements Foreseen.Rule {

  @Override
  public List<Finding> refused(Prospect prospect) throws IOException {
    List<Finding> found = new ArrayList<>();
    for (Containers.Asked container : Containers.made(prospect)) {
      for (String text : Field.elements(container.part().ports())) {
        Optional<PortMapping> wanted = PortMapping.read(text).filter(it -> it.host().isPresent());
        if (wanted.isPresent()) {
          holder(prospect, wanted.get()).ifPresent(it -> found.add(taken(container, text, it)));
        }
      }
    }
    return found;
  }

  private static Optional<String> holder(Prospect prospect, PortMapping wanted) throws IOException {
    return prospect.otherContainers().stream()
        .filter(it -> it.at("Ports").elements().stream().anyMatch(port -> clash(port, wanted)))
        .map(Named::container)
        .findFirst();
  }

  private static boolean clash(Json port, PortMapping wanted) {
    if (port.at("PublicPort").number() == 0) {
      return false;
    }
    String ip = port.at("IP").text();
    String address = ip.isEmpty() ? "" : (ip.contains(":") ? "[" + ip + "]" : ip) + ":";
    String text =
        address
            + port.at("PublicPort").number()
            + ":"
            + port.at("PrivatePort").number()
            + "/"
            + port.at("Type").text();
    return PortMapping.read(text).filter(wanted::clashes).isPresent();
  }

  private static Finding taken(Containers.Asked container, String text, String holder) {
    return new Finding(
        Codes.PORT_TAKEN,
        container.address(),
        Optional.of(ContainerAttribute.PORTS.path()),
        "the host port of `" + text + "` is taken by the container `" + holder + "`",
        List.of("This program did not make that container, and does not stop it."));
  }
}
