package dev.dvl.vsphere.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.HostSpec;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.vsphere.catalog.InventoryNames;
import dev.dvl.vsphere.catalog.Shelf;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.lab.Stranger;
import dev.dvl.vsphere.lab.VCenter;
import dev.dvl.vsphere.named.NamedObject;
import dev.dvl.vsphere.session.Ref;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A rule is made, seen as it was wanted, changed and removed. */
@Tag("vcenter")
class AffinityRuleTest {
  private static final AffinityRule TYPE = new AffinityRule();

  @Test
  void aRuleIsMadeChangedAndRemoved() throws Exception {
    try (VCenter vcenter = VCenter.with("{\"vms\": 3}");
        Stranger stranger = Stranger.at(vcenter)) {
      Site site = site(stranger);
      List<Ref> machines =
          Stream.of("DC0_C0_RP0_VM0", "DC0_C0_RP0_VM1", "DC0_C0_RP0_VM2")
              .map(name -> machine(stranger, name))
              .toList();
      TYPE.put(
          site, Optional.empty(), wanted(machines.subList(0, 2), true).values(), Stranger.WATCH);
      NamedObject made = seen(site).orElseThrow();
      assertThat(made.values())
          .containsEntry("keep", Value.text("apart"))
          .containsEntry("enabled", Value.of(true))
          .containsEntry("mandatory", Value.of(false))
          .containsEntry("vms", texts(machines.subList(0, 2)));

      TYPE.put(site, Optional.of(made), wanted(machines, false).values(), Stranger.WATCH);
      NamedObject changed = seen(site).orElseThrow();
      assertThat(changed.values())
          .containsEntry("enabled", Value.of(false))
          .containsEntry("vms", texts(machines));

      TYPE.remove(site, changed, Stranger.WATCH);
      assertThat(seen(site)).isEmpty();
    }
  }

  private static Ref machine(Stranger stranger, String name) {
    try {
      return stranger.called("VirtualMachine", name);
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  private static Wanted wanted(List<Ref> machines, boolean enabled) {
    return new Wanted(
        Map.of(
            "name", Value.text("spread"),
            "keep", Value.text("apart"),
            "enabled", Value.of(enabled),
            "vms", texts(machines)));
  }

  private static Value texts(List<Ref> machines) {
    return Value.SetOf.of(machines.stream().map(it -> Value.text(it.id())).toList());
  }

  private static Optional<NamedObject> seen(Site site) throws Exception {
    InventoryNames names = site.names();
    String key = names.compute(Optional.empty(), Optional.empty()).ref().id() + "/spread";
    return TYPE.seen(site, names, List.of(key)).stream()
        .filter(it -> it.ref().name().equals("spread"))
        .findFirst();
  }

  private static Site site(Stranger stranger) {
    return new Site(
        stranger.session(),
        new HostSpec(
            Address.of("lab"),
            "vsphere",
            new TreeMap<>(Map.of("cluster", Value.text("DC0_C0"))),
            Map.of(),
            Path.of("."),
            Path.of(".")),
        new Shelf(stranger.session(), TYPE.selections(), System::nanoTime));
  }
}
