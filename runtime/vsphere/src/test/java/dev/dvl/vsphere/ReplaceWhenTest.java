package dev.dvl.vsphere;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Address;
import dev.dvl.contract.Bench;
import dev.dvl.contract.Triggered;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.StackFile;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.lab.VCenter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What says when it is to be replaced is replaced then, once, whatever kind of vSphere it is of.
 */
@Tag("vcenter")
class ReplaceWhenTest {
  /** One of each. */
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry("affinity_rule", "name = \"it\"\nkeep = \"apart\"\nvms = [a, b]"),
          Map.entry("datastore_file", "path = \"dvl/it.txt\"\ntext = \"a\""),
          Map.entry("distributed_port_group", "name = \"it\"\nswitch = \"DVS0\""),
          Map.entry("folder", "name = \"it\""),
          Map.entry("port_group", "name = \"it\"\nesxi = \"DC0_C0_H0\""),
          Map.entry("resource_pool", "name = \"it\""),
          Map.entry("snapshot", "name = \"it\"\nvm = a"),
          Map.entry("tag", "name = \"it\"\ncategory = table"),
          Map.entry("tag_category", "name = \"it\""),
          Map.entry("template", "name = \"it\"\nsource = \"DC0_C0_RP0_VM0\""),
          Map.entry("vm", "name = \"it\"\nguest_id = \"otherGuest\"\npower = \"off\""));

  /** What the simulator cannot make, as {@code testing/README.md} says; the sandbox has it. */
  private static final Set<String> QUIRKS = Set.of("distributed_switch");

  @TempDir Path folder;

  static Stream<String> kinds() {
    return StandardKinds.load().byName().values().stream()
        .filter(kind -> kind.placedOn().filter(it -> !it.equals("docker_engine")).isPresent())
        .map(KindSchema::name)
        .filter(kind -> !QUIRKS.contains(kind))
        .sorted();
  }

  @Test
  void eachIsTriedHere() {
    assertThat(BODIES.keySet()).isEqualTo(kinds().collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void comesToRest(String kind) throws Exception {
    try (VCenter vcenter = VCenter.with("{\"vms\": 1}")) {
      Bench bench =
          new Bench(
                  StandardKinds.load(),
                  new VSphereProvider(),
                  new Stack(StackFile.fresh(), "again"),
                  folder)
              .secret("vc_password", vcenter.password());
      String it = "%s it on lab {\n%s\n%%s\n}\n".formatted(kind, BODIES.get(kind));
      new Triggered(bench, Address.of("it"), header(vcenter) + it).comesToRest();
    }
  }

  private static String header(VCenter vcenter) {
    return """
    module again { edition = 2026 }
    secret vc_password
    host lab: vsphere {
    %s  cluster = "DC0_C0"
    }
    tag_category table on lab { name = "table" }
    vm a on lab { guest_id = "otherGuest", power = "off" }
    vm b on lab { guest_id = "otherGuest", power = "off" }
    """
        .formatted(vcenter.settings());
  }
}
