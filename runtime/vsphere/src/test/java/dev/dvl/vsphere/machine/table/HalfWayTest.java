package dev.dvl.vsphere.machine.table;

import dev.dvl.contract.Bench;
import dev.dvl.contract.Changing;
import dev.dvl.contract.HalfWay;
import dev.dvl.contract.HalfWayTable;
import dev.dvl.contract.Shapes;
import dev.dvl.engine.live.Stack;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.VSphereProvider;
import dev.dvl.vsphere.machine.Simulator;
import dev.dvl.vsphere.session.VSphereSession;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every call of every change of machines, templates and snapshots fails once, before and after its
 * effect. The table of what comes of it stands in the page on reliability.
 */
@Tag("vcenter")
class HalfWayTest {
  private static final HalfWayTable TABLE =
      new HalfWayTable(Path.of("../../docs/reliability.md"), "machines on vsphere");

  @TempDir Path folder;

  @Test
  @EnabledIfSystemProperty(named = "dvl.half_way", matches = "all")
  void all() throws Exception {
    try (Simulator simulator = simulator();
        VSphereSession session = simulator.session()) {
      TableRun.prepare(session);
      Shapes shapes = new Shapes(bench(), AttributeTableTest.header(simulator));
      Collection<Changing> found =
          shapes
              .among(
                  List.of(
                      changing(UnaryOperator.identity()),
                      changing(HalfWayTest::running),
                      replaced()))
              .values();
      TABLE.assertIs(shapes.tried(halfWay(shapes), found));
    }
  }

  /** A machine that is off for a change, and one that is replaced. */
  @Test
  @EnabledIfSystemProperty(named = "dvl.half_way", matches = "some|all")
  void some() throws Exception {
    try (Simulator simulator = simulator()) {
      Shapes shapes = new Shapes(bench(), AttributeTableTest.header(simulator));
      List<Changing> some =
          Stream.concat(
                  changing(HalfWayTest::running).stream().filter(it -> it.name().equals("v_cpus")),
                  replaced().stream())
              .toList();
      TABLE.assertHas(shapes.tried(halfWay(shapes), some));
    }
  }

  private static List<Changing> changing(UnaryOperator<String> how) {
    return AttributeTableTest.rows()
        .filter(Row::isTried)
        .map(row -> new Changing(row.name(), how.apply(row.bare()), how.apply(after(row))))
        .filter(it -> !it.before().equals(it.after()))
        .toList();
  }

  private static String after(Row row) {
    return row.bare().equals(row.text()) ? row.alternative() : row.text();
  }

  private static String running(String declaration) {
    return declaration.replace("power = \"off\"", "");
  }

  private static List<Changing> replaced() {
    String machine = "vm again { guest_id = \"otherGuest\", replace_when = [%s] }\n";
    return List.of(new Changing("again", machine.formatted(0), machine.formatted(1)));
  }

  private static HalfWay halfWay(Shapes shapes) {
    return new HalfWay(shapes.bench(), new VSphereProvider());
  }

  private static Simulator simulator() throws Exception {
    return Simulator.of("{\"vms\": 1, \"clusters\": 2, \"hosts\": 2, \"standaloneHosts\": 0}");
  }

  private Bench bench() {
    return new Bench(
            StandardKinds.load(),
            new VSphereProvider(),
            new Stack("00000000000000ab", "half"),
            folder)
        .losingData();
  }
}
