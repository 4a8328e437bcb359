package dev.dvl.docker.network;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Field;
import dev.dvl.docker.Codes;
import dev.dvl.docker.kind.EngineVersion;
import dev.dvl.docker.kind.Reading;
import dev.dvl.engine.live.Finding;
import dev.dvl.stdlib.NetworkAttribute;
import dev.dvl.stdlib.NetworkPart;
import java.util.List;
import java.util.Optional;

/**
 * Subnets of IPv6 in networks without IPv6. Newer engines make the network without them, and every
 * later plan would want them again.
 */
record IdleSubnets(Reading reading) {

  void tell() {
    if (EngineVersion.dropsIdleSubnets(reading.info())) {
      reading.query().wanted().stream()
          .filter(it -> it.kind().equals(NetworkKind.NAME))
          .filter(it -> hasIdle(NetworkPart.of(it.values())))
          .forEach(it -> reading.told().accept(finding(it)));
    }
  }

  private static boolean hasIdle(NetworkPart network) {
    boolean off = !network.ipv6().isSet() || network.ipv6().is(false);
    return off
        && Field.elements(network.subnets()).stream()
            .anyMatch(it -> it.subnet().known().filter(range -> range.contains(":")).isPresent());
  }

  private static Finding finding(Instance network) {
    return new Finding(
        Codes.IDLE_SUBNET,
        network.address(),
        Optional.of(NetworkAttribute.SUBNETS.path()),
        "the engine keeps a subnet of IPv6 only in a network that has IPv6",
        List.of("With `ipv6 = true` its containers have addresses of it."));
  }
}
