package dev.dvl.vsphere.network;

import dev.dvl.compiler.value.Field;
import dev.dvl.stdlib.DistributedPortGroupBinding;
import dev.dvl.stdlib.DistributedPortGroupPart;
import dev.dvl.stdlib.DistributedPortGroupSecurityPart;
import dev.dvl.vsphere.session.spec.NetworkPolicy;
import dev.dvl.vsphere.session.spec.PortGroupSpec;
import java.util.List;
import java.util.Optional;

/**
 * What the server is told of a distributed port group: everything, with the defaults of the kind.
 */
final class PortGroupSpecs {
  private static final int USUAL_PORTS = 8;

  private PortGroupSpecs() {}

  static PortGroupSpec of(String name, DistributedPortGroupPart want, Optional<String> version) {
    boolean ephemeral = want.binding().is(DistributedPortGroupBinding.EPHEMERAL);
    return new PortGroupSpec(
        name,
        Optional.of(ephemeral ? "ephemeral" : "earlyBinding"),
        Optional.of(want.ports().known().map(Math::toIntExact).orElse(ephemeral ? 0 : USUAL_PORTS)),
        Optional.of(want.autoExpand().orElse(true)),
        Optional.of(want.description().orElse("")),
        policy(want),
        version);
  }

  /** Everything is said that has a default of its own, and is not inherited. */
  private static NetworkPolicy policy(DistributedPortGroupPart want) {
    Field<DistributedPortGroupSecurityPart> security = want.security();
    return new NetworkPolicy(
        Optional.of(vlan(want)),
        Optional.of(security.then(DistributedPortGroupSecurityPart::promiscuous).orElse(false)),
        Optional.of(security.then(DistributedPortGroupSecurityPart::macChanges).orElse(false)),
        Optional.of(security.then(DistributedPortGroupSecurityPart::forgedTransmits).orElse(false)),
        want.teaming().known().map(Policies::teaming),
        Optional.empty(),
        Optional.empty(),
        Optional.of(want.blocked().orElse(false)));
  }

  private static NetworkPolicy.Vlan vlan(DistributedPortGroupPart want) {
    List<String> ranges = Field.elements(want.vlanRanges());
    return ranges.isEmpty()
        ? new NetworkPolicy.Single(want.vlan().known().map(Math::toIntExact).orElse(0))
        : new NetworkPolicy.Trunk(ranges.stream().map(PortGroupSpecs::range).toList());
  }

  private static NetworkPolicy.Range range(String text) {
    int dash = text.indexOf('-');
    int first = Integer.parseInt(dash < 0 ? text : text.substring(0, dash));
    return new NetworkPolicy.Range(
        first, dash < 0 ? first : Integer.parseInt(text.substring(dash + 1)));
  }
}
