package dev.dvl.vsphere.machine.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.contract.Bench;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.PlannedChange;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.VSphereProvider;
import dev.dvl.vsphere.machine.Simulator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each output of each kind on a vCenter, and of the vCenter itself, is read where a category is
 * written: it is known when that one is made, and the plan is empty then.
 */
@Tag("vcenter")
class OutputsReadTest {
  private static final Kinds KINDS = StandardKinds.load();

  private static final Map<String, String> RESOURCES =
      Map.ofEntries(
          Map.entry("vsphere", ""),
          Map.entry("folder", "folder it_folder { name = \"outputs\" }"),
          Map.entry("resource_pool", "resource_pool it_resource_pool { name = \"outputs\" }"),
          Map.entry(
              "port_group",
              "port_group it_port_group {\n name = \"outputs\"\n esxi = \"DC0_C0_H0\"\n}"),
          Map.entry(
              "distributed_port_group",
              "distributed_port_group it_distributed_port_group {\n name = \"outputs-group\"\n"
                  + " switch = \"DVS0\"\n}"),
          Map.entry("tag_category", "tag_category it_tag_category { name = \"outputs\" }"),
          Map.entry("tag", "tag it_tag {\n name = \"outputs\"\n category = it_tag_category\n}"),
          Map.entry("vm", "vm it_vm {\n guest_id = \"otherGuest\"\n power = \"off\"\n}"),
          Map.entry("template", "template it_template { source = \"DC0_C0_RP0_VM0\" }"),
          Map.entry("snapshot", "snapshot it_snapshot { vm = it_vm }"),
          Map.entry(
              "datastore_file",
              "datastore_file it_datastore_file {\n path = \"outputs/a\"\n text = \"b\"\n}"));

  /** The simulator does not rename a switch, which is what ends its creation. */
  private static final List<String> NOT_HERE = List.of("distributed_switch");

  /** Machines of the simulator have no guest that tells; tests of guests read what those do. */
  private static final Set<String> OF_A_GUEST = Set.of("vm.ip", "vm.addresses", "vm.hostname");

  @TempDir Path folder;

  @Test
  void everyOutput() throws Exception {
    List<KindSchema> kinds =
        KINDS.byName().values().stream()
            .filter(kind -> kind.name().equals("vsphere") || isOnVSphere(kind))
            .filter(kind -> !NOT_HERE.contains(kind.name()) && !kind.outputs().isEmpty())
            .toList();
    assertThat(RESOURCES.keySet())
        .containsExactlyInAnyOrderElementsOf(kinds.stream().map(KindSchema::name).toList());
    try (Simulator simulator =
        Simulator.of("{\"vms\": 1, \"clusters\": 1, \"hosts\": 2, \"standaloneHosts\": 0}")) {
      String program =
          "module outputs { edition = 2026 }\n"
              + simulator.host("cluster = \"DC0_C0\"")
              + kinds.stream()
                  .map(kind -> RESOURCES.get(kind.name()) + "\n" + readers(kind))
                  .collect(Collectors.joining("\n", "\n", "\n"));
      Bench bench =
          new Bench(KINDS, new VSphereProvider(), new Stack("00000000000000ab", "out"), folder);
      bench.applied(program);
      assertThat(bench.plan(program).changes()).extracting(PlannedChange::address).isEmpty();
    }
  }

  private static boolean isOnVSphere(KindSchema kind) {
    return kind.placedOn().filter(it -> it.startsWith("vsphere")).isPresent();
  }

  private static String readers(KindSchema kind) {
    String of = kind.host() ? "lab" : "it_" + kind.name();
    return kind.outputs().stream()
        .filter(output -> !OF_A_GUEST.contains(kind.name() + "." + output.name()))
        .map(
            output ->
                """
                tag_category %1$s_%2$s {
                  name        = "outputs-%1$s-%2$s"
                  description = json_encode(%3$s.%2$s)
                }
                """
                    .formatted(kind.name(), output.name(), of))
        .collect(Collectors.joining("\n"));
  }
}
