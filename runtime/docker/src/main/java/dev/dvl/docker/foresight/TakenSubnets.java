package dev.dvl.docker.foresight;

import dev.dvl.compiler.eval.Cidr;
import dev.dvl.compiler.value.Field;
import dev.dvl.docker.Codes;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.live.Finding;
import dev.dvl.stdlib.NetworkAttribute;
import dev.dvl.stdlib.SubnetPart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A subnet that overlaps one of a network of others on the same engine. */
final class TakenSubnets implements Foreseen.Rule {

  @Override
  public List<Finding> refused(Prospect prospect) throws IOException {
    List<Finding> found = new ArrayList<>();
    for (Networks.Asked network : Networks.made(prospect)) {
      for (SubnetPart subnet : Field.elements(network.part().subnets())) {
        Optional<Cidr> wanted = subnet.subnet().known().flatMap(Cidr::read);
        if (wanted.isPresent() && network.isLocal()) {
          holder(prospect, wanted.get())
              .ifPresent(it -> found.add(taken(network, wanted.get(), it)));
        }
      }
    }
    return found;
  }

  private static Optional<Json> holder(Prospect prospect, Cidr wanted) throws IOException {
    return prospect.otherNetworks().stream()
        .filter(it -> it.at("Scope").text().equals("local"))
        .filter(it -> subnets(it).anyMatch(wanted::overlaps))
        .findFirst();
  }

  private static Stream<Cidr> subnets(Json network) {
    return network.at("IPAM", "Config").elements().stream()
        .flatMap(it -> Cidr.read(it.at("Subnet").text()).stream());
  }

  private static Finding taken(Networks.Asked network, Cidr wanted, Json holder) {
    String theirs = subnets(holder).filter(wanted::overlaps).findFirst().orElseThrow().toString();
    return new Finding(
        Codes.ADDRESS_TAKEN,
        network.address(),
        Optional.of(NetworkAttribute.SUBNETS.path()),
        wanted + " overlaps " + theirs + " of the network `" + holder.at("Name").text() + "`",
        List.of("This program did not make that network, and leaves it alone."));
  }
}
