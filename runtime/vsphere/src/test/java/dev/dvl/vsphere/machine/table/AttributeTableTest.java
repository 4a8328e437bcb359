package dev.dvl.vsphere.machine.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.contract.Bench;
import dev.dvl.engine.live.Stack;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.VSphereProvider;
import dev.dvl.vsphere.machine.Simulator;
import dev.dvl.vsphere.session.VSphereSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was applied plans empty, and what is changed behind dvl's back is shown as exactly that, for
 * every attribute of machines, templates and snapshots. What is exempt says why.
 */
@Tag("vcenter")
class AttributeTableTest {
  private static final Kinds KINDS = StandardKinds.load();

  @TempDir Path folder;

  @Test
  void everyAttributeHasARow() {
    Set<String> rows = rows().map(Row::key).collect(Collectors.toCollection(TreeSet::new));
    Set<String> attributes =
        Stream.of("vm", "template", "snapshot")
            .flatMap(kind -> keys(KINDS.get(kind)))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(rows).isEqualTo(attributes);
  }

  @TestFactory
  Stream<DynamicTest> rowsHold() throws Exception {
    List<Row> tried = rows().filter(Row::isTried).toList();
    Map<String, List<String>> faults;
    try (Simulator simulator =
            Simulator.of("{\"vms\": 1, \"clusters\": 2, \"hosts\": 2, \"standaloneHosts\": 0}");
        VSphereSession session = simulator.session()) {
      TableRun.prepare(session);
      Bench bench =
          new Bench(KINDS, new VSphereProvider(), new Stack("00000000000000aa", "table"), folder)
              .losingData();
      faults = new TableRun(bench, session, header(simulator), tried).faults();
    }
    Set<String> others = new TreeSet<>(faults.keySet());
    tried.forEach(row -> others.remove(row.name()));
    return Stream.concat(tried.stream().map(Row::name), others.stream())
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name, () -> assertThat(faults.getOrDefault(name, List.of())).isEmpty()));
  }

  static String header(Simulator simulator) {
    return """
    module table { edition = 2026 }
    %s
    folder team { name = "table-team" }
    tag_category table { name = "table" }
    tag mark { name = "mark", category = table }
    vm anchor { guest_id = "otherGuest", power = "off" }
    """
        .formatted(simulator.host("cluster = \"DC0_C0\""));
  }

  static Stream<Row> rows() {
    return Stream.of(VmRows.all(), DeviceRows.all(), OtherRows.all()).flatMap(it -> it);
  }

  private static Stream<String> keys(KindSchema kind) {
    Stream<String> own =
        kind.attributes().stream().filter(it -> !it.resolved()).map(Attribute::name);
    Stream<String> inBlocks =
        kind.blocks().stream()
            .flatMap(
                block -> block.attributes().stream().map(it -> block.name() + "." + it.name()));
    return Stream.concat(own, inBlocks).map(name -> kind.name() + "." + name);
  }
}
