package dev.dvl.vsphere.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.contract.Bench;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.StackFile;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.VSphereProvider;
import dev.dvl.vsphere.lab.VCenter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
 * every attribute of the kinds around machines.
 */
@Tag("vcenter")
class AttributeTableTest {
  private static final Kinds KINDS = StandardKinds.load();
  private static final List<String> TRIED =
      List.of(
          "folder",
          "resource_pool",
          "port_group",
          "distributed_switch",
          "distributed_port_group",
          "tag_category",
          "tag");

  @TempDir Path folder;

  @Test
  void everyAttributeHasARow() {
    Set<String> keys = rows().map(Row::key).collect(Collectors.toSet());
    Set<String> missing =
        TRIED.stream()
            .flatMap(kind -> keys(KINDS.get(kind)))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> known = Set.copyOf(missing);
    missing.removeAll(keys);
    assertThat(missing).as("attributes without a row").isEmpty();
    assertThat(known).as("attributes of rows").containsAll(keys);
  }

  @TestFactory
  Stream<DynamicTest> rowsHold() throws Exception {
    try (VCenter vcenter = VCenter.with("{\"clusters\": 2, \"hosts\": 2, \"vms\": 0}")) {
      Bench bench =
          new Bench(KINDS, new VSphereProvider(), new Stack(StackFile.fresh(), "table"), folder)
              .secret("vc_password", vcenter.password());
      List<Row> tried = rows().filter(row -> !row.line().isEmpty()).toList();
      Map<Boolean, List<Row>> parted =
          tried.stream().collect(Collectors.partitioningBy(row -> row.quirk().isEmpty()));
      String header = header(vcenter);
      Map<String, List<String>> faults = new TreeMap<>();
      faults.putAll(run(bench, vcenter, header, parted, true).faults());
      faults.putAll(run(bench, vcenter, header, parted, false).faultsUnchanged());
      Set<String> others = new TreeSet<>(faults.keySet());
      tried.forEach(row -> others.remove(row.name()));
      return Stream.concat(
          tried.stream().map(row -> test(title(row), faults.getOrDefault(row.name(), List.of()))),
          others.stream().map(name -> test(name, faults.getOrDefault(name, List.of()))))
          .toList()
          .stream();
    }
  }

  private static TableRun run(
      Bench bench,
      VCenter vcenter,
      String header,
      Map<Boolean, List<Row>> parted,
      boolean changeable) {
    return new TableRun(bench, vcenter, header, parted.getOrDefault(changeable, List.of()));
  }

  private static String title(Row row) {
    return row.quirk().isEmpty() ? row.key() : row.key() + " (simulator: " + row.quirk() + ")";
  }

  private static DynamicTest test(String name, List<String> faults) {
    return DynamicTest.dynamicTest(name, () -> assertThat(faults).isEmpty());
  }

  static Stream<Row> rows() {
    return Stream.of(PlaceRows.all(), HostNetworkRows.all(), DistributedRows.all(), TagRows.all())
        .flatMap(List::stream);
  }

  static String header(VCenter vcenter) {
    return """
    module table { edition = 2026 }
    secret vc_password
    host lab: vsphere {
    %s  cluster = "DC0_C0"
    }
    folder left on lab { name = "left" }
    folder right on lab { name = "right" }
    resource_pool over on lab { name = "over" }
    tag_category table on lab { name = "table" }
    tag mark on lab { name = "mark", category = table }
    """
        .formatted(vcenter.settings());
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
