package dev.dvl.vsphere.network;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.vsphere.session.spec.NetworkPolicy;
import dev.dvl.vsphere.session.spec.PortGroupSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the server is told of a distributed port group: everything, with the defaults of the kind.
 */
final class PortGroupSpecs {
  private static final int USUAL_PORTS = 8;

  private PortGroupSpecs() {}

  static PortGroupSpec of(String name, Wanted want, Optional<String> version) {
    boolean ephemeral = want.text("binding").filter("ephemeral"::equals).isPresent();
    return new PortGroupSpec(
        name,
        Optional.of(ephemeral ? "ephemeral" : "earlyBinding"),
        Optional.of(want.number("ports").map(Math::toIntExact).orElse(ephemeral ? 0 : USUAL_PORTS)),
        Optional.of(!want.has("auto_expand") || want.isTrue("auto_expand")),
        Optional.of(want.text("description").orElse("")),
        Policies.of(complete(want), Optional.of(vlan(want))),
        version);
  }

  /** With everything said that has a default of its own, and is not inherited. */
  private static Wanted complete(Wanted want) {
    Map<String, Value> all = new TreeMap<>(want.values());
    Map<String, Value> security = new TreeMap<>(PortGroupValues.NOTHING_ALLOWED.fields());
    Wanted.of(want.value("security"))
        .values()
        .forEach(
            (name, value) -> {
              if (!value.isNull()) {
                security.put(name, value);
              }
            });
    all.put("security", Value.ObjectOf.of(security));
    all.put("blocked", Value.of(want.isTrue("blocked")));
    return new Wanted(all);
  }

  private static NetworkPolicy.Vlan vlan(Wanted want) {
    List<String> ranges = want.texts("vlan_ranges");
    return ranges.isEmpty()
        ? new NetworkPolicy.Single(want.number("vlan").map(Math::toIntExact).orElse(0))
        : new NetworkPolicy.Trunk(ranges.stream().map(PortGroupSpecs::range).toList());
  }

  private static NetworkPolicy.Range range(String text) {
    int dash = text.indexOf('-');
    int first = Integer.parseInt(dash < 0 ? text : text.substring(0, dash));
    return new NetworkPolicy.Range(
        first, dash < 0 ? first : Integer.parseInt(text.substring(dash + 1)));
  }
}
