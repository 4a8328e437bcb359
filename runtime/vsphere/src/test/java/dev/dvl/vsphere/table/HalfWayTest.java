package dev.dvl.vsphere.table;

import dev.dvl.compiler.type.Type;
import dev.dvl.contract.Bench;
import dev.dvl.contract.Changing;
import dev.dvl.contract.HalfWay;
import dev.dvl.contract.HalfWayTable;
import dev.dvl.contract.Shapes;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.StackFile;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.VSphereProvider;
import dev.dvl.vsphere.lab.VCenter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every call of every change of the kinds around machines fails once, before and after its effect.
 * The table of what comes of it stands in the page on reliability.
 */
@Tag("vcenter")
class HalfWayTest {
  private static final HalfWayTable TABLE =
      new HalfWayTable(Path.of("../../docs/reliability.md"), "around machines on vsphere");

  @TempDir Path folder;

  @Test
  @EnabledIfSystemProperty(named = "dvl.half_way", matches = "all")
  void all() throws Exception {
    try (VCenter vcenter = VCenter.with("{\"clusters\": 2, \"hosts\": 2, \"vms\": 0}")) {
      Bench bench =
          new Bench(
                  StandardKinds.load(),
                  new VSphereProvider(),
                  new Stack(StackFile.fresh(), "half"),
                  folder)
              .secret("vc_password", vcenter.password())
              .losingData();
      Shapes shapes = new Shapes(bench, AttributeTableTest.header(vcenter));
      Map<String, Changing> found = shapes.among(List.of(lines(), replaced()));
      TABLE.assertIs(shapes.tried(new HalfWay(bench, new VSphereProvider()), found.values()));
    }
  }

  private static List<Changing> lines() {
    return AttributeTableTest.rows()
        .filter(row -> !row.line().isEmpty() && row.quirk().isEmpty() && isOptional(row))
        .map(row -> new Changing(row.name(), row.bare(), row.text()))
        .toList();
  }

  /** What has to be written is in every line; so is the host of a vCenter that has several. */
  private static boolean isOptional(Row row) {
    return !row.path().equals("esxi")
        && StandardKinds.load()
            .get(row.kind())
            .attribute(row.path())
            .map(attribute -> attribute.type() instanceof Type.Maybe)
            .orElse(true);
  }

  /** One of each kind that is made anew. */
  private static List<Changing> replaced() {
    return AttributeTableTest.rows()
        .filter(row -> row.quirk().isEmpty() && isOptional(row))
        .map(row -> new Changing(row.name(), again(row, 0), again(row, 1)))
        .toList();
  }

  private static String again(Row row, int time) {
    return row.with("replace_when = [" + time + "]").bare();
  }
}
