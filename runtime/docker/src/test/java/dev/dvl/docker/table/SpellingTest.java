package dev.dvl.docker.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.contract.Bench;
import dev.dvl.contract.spelling.Sample;
import dev.dvl.contract.spelling.Spelled;
import dev.dvl.contract.spelling.SpellingRun;
import dev.dvl.docker.DockerProvider;
import dev.dvl.docker.Peers;
import dev.dvl.engine.live.Stack;
import dev.dvl.stdlib.StandardKinds;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every attribute in every spelling that {@code check} and {@code plan} accept can be applied, and
 * plans empty then.
 */
@Tag("docker")
class SpellingTest {
  private static final Kinds KINDS = StandardKinds.load();

  /** What only an apply finds out, by the titles of spellings. */
  private static final Map<String, String> UNKNOWABLE =
      Map.ofEntries(
          Map.entry("container[.](command|entrypoint) .*", "which programs an image has"),
          Map.entry("container[.](user|groups) .*", "which users an image has"),
          Map.entry("container[.](wait|health)[.].*", "whether it comes to an end, or is healthy"),
          Map.entry("container[.]image .*", "what a registry that does not answer has"),
          Map.entry("container[.]devices .*", "which devices the machine has"),
          Map.entry("container[.]mounts .*\"bind\".*", "which folders the machine has and shares"),
          Map.entry("container[.]ulimits .*", "what the kernel grants, and what a process needs"),
          Map.entry("container[.](sysctls|security_options|runtime) .*", "what the kernel has"),
          Map.entry("container[.]platform .*", "which platforms an image is made for"),
          Map.entry("(network|volume)[.](driver|ipam_driver) .*", "which plugins there are"),
          Map.entry("(network|volume)[.](options|ipam_options) .*", "what a driver takes"),
          Map.entry("container[.]log[.].*", "which log drivers there are, and what they take"),
          Map.entry("image[.]build[.](pull_base|target|network_mode|cache_from) .*", "the build"));

  private final Table table = new Table("spl%08x".formatted(new Random().nextInt()));
  @TempDir Path folder;

  @Test
  void everySpellingComesToRestOrIsRefused() throws Exception {
    table.write(folder);
    Stack stack = new Stack("%016x".formatted(new Random().nextLong()), "spelling");
    Bench bench =
        new Bench(KINDS, new DockerProvider(), stack, folder)
            .secret("registry_password", Peers.variable("DVL_TEST_REGISTRY_PASSWORD"))
            .losingData();
    SpellingRun run =
        new SpellingRun(
            bench,
            table.header(),
            title ->
                UNKNOWABLE.keySet().stream().anyMatch(it -> title.replace('\n', ' ').matches(it)));
    assertThat(run.faults(tried(bench))).isEmpty();
  }

  private List<Spelled> tried(Bench bench) {
    List<Row> rows = table.rows().stream().filter(row -> !row.line().isEmpty()).toList();
    Program program =
        bench.compile(
            table.header() + rows.stream().map(Row::text).collect(Collectors.joining("\n")));
    return Sample.of(KINDS, program, rows.stream().collect(Collectors.toMap(Row::name, Row::path)));
  }
}
