package dev.dvl.docker.foresight;

import dev.dvl.compiler.eval.Cidr;
import dev.dvl.compiler.value.Field;
import dev.dvl.docker.Codes;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.live.Finding;
import dev.dvl.stdlib.NetworkAttribute;
import dev.dvl.stdlib.SubnetPart;
import java.util.List;
import java.util.Optional;

/**
 * IPv6 without a subnet for it, on an engine that has none to give: before release 27 engines have
 * no range of IPv6 addresses but those that they are configured with.
 */
final class AddressPools implements Foreseen.Rule {
  private static final int GIVES = 27;

  @Override
  public List<Finding> refused(Prospect prospect) {
    return gives(prospect.info())
        ? List.of()
        : Networks.made(prospect).stream()
            .filter(it -> it.isLocal() && it.part().ipv6().is(true) && !names(it))
            .map(AddressPools::lacking)
            .toList();
  }

  private static boolean gives(Json info) {
    String release = info.at("ServerVersion").text().replaceFirst("[^0-9].*", "");
    boolean today = !release.isEmpty() && Integer.parseInt(release) >= GIVES;
    return today
        || info.at("DefaultAddressPools").elements().stream()
            .anyMatch(pool -> isSix(pool.at("Base").text()));
  }

  /** Whether a subnet of IPv6 may be among those that the program names. */
  private static boolean names(Networks.Asked network) {
    List<Field<SubnetPart>> subnets = network.part().subnets().orElse(List.of());
    return subnets.stream()
        .anyMatch(it -> it.then(SubnetPart::subnet).known().map(AddressPools::isSix).orElse(true));
  }

  private static boolean isSix(String range) {
    return Cidr.read(range).filter(it -> it.first().bits() == 128).isPresent();
  }

  private static Finding lacking(Networks.Asked network) {
    return new Finding(
        Codes.ADDRESS_TAKEN,
        network.address(),
        Optional.of(NetworkAttribute.IPV6.path()),
        "this engine has no IPv6 addresses to give",
        List.of("Name a subnet of IPv6 among `subnets`: `{ subnet = \"fd00:1::/64\" }`."));
  }
}
