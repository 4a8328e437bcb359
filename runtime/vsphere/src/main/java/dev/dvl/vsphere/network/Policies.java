package dev.dvl.vsphere.network;

import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Value;
import dev.dvl.stdlib.DistributedPortGroupTeamingPart;
import dev.dvl.stdlib.DistributedPortGroupTeamingPolicy;
import dev.dvl.stdlib.PortGroupPart;
import dev.dvl.stdlib.PortGroupSecurityPart;
import dev.dvl.stdlib.PortGroupShapingPart;
import dev.dvl.stdlib.PortGroupTeamingPart;
import dev.dvl.stdlib.PortGroupTeamingPolicy;
import dev.dvl.vsphere.session.spec.NetworkPolicy;
import java.util.Optional;
import java.util.function.Function;

/**
 * What programs say of the ports of a network, as the server is told; what is not said is
 * inherited.
 */
final class Policies {
  private Policies() {}

  static NetworkPolicy of(PortGroupPart want) {
    Field<PortGroupSecurityPart> security = want.security();
    return new NetworkPolicy(
        want.vlan().known().map(Math::toIntExact).map(NetworkPolicy.Single::new),
        security.then(PortGroupSecurityPart::promiscuous).known(),
        security.then(PortGroupSecurityPart::macChanges).known(),
        security.then(PortGroupSecurityPart::forgedTransmits).known(),
        want.teaming().known().map(Policies::teaming),
        Optional.empty(),
        want.shaping().known().map(Policies::shaping),
        Optional.empty());
  }

  private static NetworkPolicy.Teaming teaming(PortGroupTeamingPart want) {
    return new NetworkPolicy.Teaming(
        word(want.policy(), PortGroupTeamingPolicy::word),
        want.notifySwitches().known(),
        want.failback().known(),
        Optional.empty(),
        Field.elements(want.active()),
        Field.elements(want.standby()));
  }

  private static NetworkPolicy.Shaping shaping(PortGroupShapingPart want) {
    return new NetworkPolicy.Shaping(
        want.enabled().known(), want.average().known(), want.peak().known(), want.burst().known());
  }

  static NetworkPolicy.Teaming teaming(DistributedPortGroupTeamingPart want) {
    return new NetworkPolicy.Teaming(
        word(want.policy(), DistributedPortGroupTeamingPolicy::word),
        want.notifySwitches().known(),
        want.failback().known(),
        Optional.empty(),
        Field.elements(want.active()),
        Field.elements(want.standby()));
  }

  /** A word of the schema; what a server has besides is sent back to it as it is. */
  private static <T> Optional<String> word(Field<T> field, Function<T, String> word) {
    return switch (field) {
      case Field.Known<T>(T known) -> Optional.of(word.apply(known));
      case Field.Later<T>(Value.Text(String other)) -> Optional.of(other);
      case Field.Later<T> ignored -> Optional.empty();
      case Field.Unset<T>() -> Optional.empty();
    };
  }
}
