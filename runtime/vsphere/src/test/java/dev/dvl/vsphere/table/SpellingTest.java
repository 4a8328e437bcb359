package dev.dvl.vsphere.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.contract.Bench;
import dev.dvl.contract.spelling.Sample;
import dev.dvl.contract.spelling.SpellingRun;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.StackFile;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.VSphereProvider;
import dev.dvl.vsphere.lab.VCenter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every attribute of the kinds around machines, in every spelling that {@code check} and {@code
 * plan} accept, can be applied, and plans empty then.
 */
@Tag("vcenter")
class SpellingTest {
  private static final Kinds KINDS = StandardKinds.load();

  /** What only an apply finds out, by the titles of spellings. */
  private static final Map<String, String> UNKNOWABLE =
      Map.of(
          "(distributed_)?port_group[.]switch .*", "which switches there are",
          "(distributed_)?port_group[.]teaming[.].*", "which uplinks a switch has");

  @TempDir Path folder;

  @Test
  void everySpellingComesToRestOrIsRefused() throws Exception {
    try (VCenter vcenter = VCenter.with("{\"clusters\": 2, \"hosts\": 2, \"vms\": 0}")) {
      Bench bench =
          new Bench(KINDS, new VSphereProvider(), new Stack(StackFile.fresh(), "spelling"), folder)
              .secret("vc_password", vcenter.password());
      String header = AttributeTableTest.header(vcenter);
      List<Row> rows = AttributeTableTest.rows().filter(row -> !row.line().isEmpty()).toList();
      Program program =
          bench.compile(header + rows.stream().map(Row::text).collect(Collectors.joining("\n")));
      SpellingRun run =
          new SpellingRun(
              bench,
              header,
              title ->
                  UNKNOWABLE.keySet().stream()
                      .anyMatch(it -> title.replace('\n', ' ').matches(it)));
      assertThat(
              run.faults(
                  Sample.of(
                      KINDS,
                      program,
                      rows.stream().collect(Collectors.toMap(Row::name, Row::path)))))
          .isEmpty();
    }
  }
}
