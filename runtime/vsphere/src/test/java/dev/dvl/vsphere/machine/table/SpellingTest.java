package dev.dvl.vsphere.machine.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.contract.Bench;
import dev.dvl.contract.spelling.Sample;
import dev.dvl.contract.spelling.SpellingRun;
import dev.dvl.engine.live.Stack;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.VSphereProvider;
import dev.dvl.vsphere.machine.Simulator;
import dev.dvl.vsphere.session.VSphereSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every attribute of machines, templates and snapshots, in every spelling that {@code check} and
 * {@code plan} accept, can be applied, and plans empty then.
 */
@Tag("vcenter")
class SpellingTest {
  private static final Kinds KINDS = StandardKinds.load();

  /** What only an apply finds out, by the titles of spellings. */
  private static final Map<String, String> UNKNOWABLE = Map.of();

  @TempDir Path folder;

  @Test
  void everySpellingComesToRestOrIsRefused() throws Exception {
    try (Simulator simulator =
            Simulator.of("{\"vms\": 1, \"clusters\": 2, \"hosts\": 2, \"standaloneHosts\": 0}");
        VSphereSession session = simulator.session()) {
      TableRun.prepare(session);
      Bench bench =
          new Bench(KINDS, new VSphereProvider(), new Stack("00000000000000ab", "spelling"), folder)
              .losingData();
      String header = AttributeTableTest.header(simulator);
      List<Row> rows = AttributeTableTest.rows().filter(Row::isTried).toList();
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
