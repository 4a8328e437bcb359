package dev.dvl.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Type;
import dev.dvl.contract.Bench;
import dev.dvl.stdlib.StandardKinds;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each output of each kind can be read where another resource is written, of hosts too: it is known
 * when that one is made, and the plan is empty then.
 */
class OutputsReadTest {
  private static final Kinds KINDS = StandardKinds.load();

  /** What stands beside each resource, and what a resource of each kind must say. */
  private static final String BESIDE =
      """
      module it { edition = 2026 }
      host engine: docker {}
      host lab: vsphere { server = "vc", user = "u", password = "p" }
      """;

  private static final Map<String, String> RESOURCES =
      Map.ofEntries(
          Map.entry("container", "container it on engine { image = \"a:1\" }"),
          Map.entry("network", "network it on engine {}"),
          Map.entry("volume", "volume it on engine {}"),
          Map.entry("image", "image it on engine { name = \"a:1\", pull = \"missing\" }"),
          Map.entry("folder", "folder it on lab {}"),
          Map.entry("resource_pool", "resource_pool it on lab {}"),
          Map.entry("port_group", "port_group it on lab { name = \"it\" }"),
          Map.entry("distributed_switch", "distributed_switch it on lab {}"),
          Map.entry(
              "distributed_port_group", "distributed_port_group it on lab { switch = \"DVS\" }"),
          Map.entry("tag_category", "tag_category it on lab {}"),
          Map.entry("tag", "tag it on lab { category = \"c\" }"),
          Map.entry("vm", "vm it on lab { guest_id = \"debian12_64Guest\" }"),
          Map.entry("template", "template it on lab { source = \"m\" }"),
          Map.entry("snapshot", "snapshot it on lab { vm = \"m\" }"),
          Map.entry("datastore_file", "datastore_file it on lab { path = \"a\", text = \"b\" }"),
          Map.entry("docker", ""),
          Map.entry("vsphere", ""));

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyOutput() {
    return KINDS.byName().values().stream()
        .flatMap(
            kind ->
                kind.outputs().stream()
                    .filter(it -> !OF_AN_END.contains(kind.name() + "." + it.name()))
                    .map(
                        output ->
                            DynamicTest.dynamicTest(
                                kind.name() + "." + output.name(),
                                () -> isRead(kind, output.name()))));
  }

  /** A whole number that is known late is no other than the decimal that it becomes. */
  @Test
  void aWholeNumberMayBecomeADecimal() throws Exception {
    String program =
        BESIDE + "container reader on engine { image = \"a:1\", cpus = engine.cpus }\n";
    Bench bench = Sandboxes.in(folder);
    bench.applied(program);
    assertThat(bench.plan(program).changes()).isEmpty();
  }

  /** The sandbox's containers run for ever; JobTest reads what comes of one that ends. */
  private static final Set<String> OF_AN_END =
      Set.of("container.exit_code", "container.last_lines");

  private static String text(KindSchema kind, String of, String output) {
    String read = of + "." + output;
    boolean size =
        kind.output(output).orElseThrow().type() instanceof Type.Scalar(ScalarKind is, var ignored)
            && is == ScalarKind.SIZE;
    return "json_encode(" + (size ? "in_unit(" + read + ", \"B\")" : read) + ")";
  }

  private void isRead(KindSchema kind, String output) throws Exception {
    assertThat(RESOURCES).containsKey(kind.name());
    String of = kind.host() ? (kind.name().equals("docker") ? "engine" : "lab") : "it";
    String program =
        BESIDE
            + RESOURCES.get(kind.name())
            + "\ncontainer reader on engine { image = \"a:1\", env = { IT = "
            + text(kind, of, output)
            + " } }\n";
    Bench bench = Sandboxes.in(folder.resolve(kind.name() + "-" + output));
    bench.applied(program);
    assertThat(bench.plan(program).changes()).isEmpty();
  }
}
