package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Type;
import dev.dvl.contract.Bench;
import dev.dvl.engine.plan.PlannedChange;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each output of each kind on an engine, and of the engine itself, is read where a container is
 * written: it is known when that one is made, and the plan is empty then.
 */
@Tag("docker")
class OutputsReadTest {
  private static final Set<String> OF_AN_END = Set.of("exit_code", "last_lines");

  private final String prefix = "out%06x".formatted(new Random().nextInt(1 << 24));

  /** What is read of each kind: nothing is left out of it that an output tells of. */
  private final Map<String, String> resources =
      Map.of(
          "docker", "",
          "volume", "volume it_volume",
          "network", "network it_network",
          "image", "image it_image {\n name = \"dvl-test/base:1\"\n pull = \"missing\"\n}",
          "container",
              """
              container it_container {
                image    = "dvl-test/base:1"
                networks = [it_network]
                ports    = ["80"]
              }
              container of_an_end {
                image   = "dvl-test/base:1"
                command = ["sh", "-c", "echo done"]
                wait {
                  until = "completed"
                }
              }
              """);

  @TempDir Path folder;
  private Bench bench = Programs.in(Path.of(""));

  @AfterEach
  void destroy() throws Exception {
    bench.apply(bench.planDestroy(Programs.program("")));
  }

  @Test
  void everyOutput() throws Exception {
    bench = Programs.in(folder);
    List<KindSchema> kinds =
        bench.kinds().byName().values().stream()
            .filter(kind -> kind.name().equals("docker") || isOnEngines(kind))
            .toList();
    assertThat(kinds).extracting(KindSchema::name).containsAll(resources.keySet());
    String program =
        Programs.program(
            kinds.stream()
                .map(kind -> resources.getOrDefault(kind.name(), "") + "\n" + readers(kind))
                .collect(Collectors.joining("\n")));
    bench.applied(program);
    assertThat(bench.plan(program).changes()).extracting(PlannedChange::address).isEmpty();
  }

  private static boolean isOnEngines(KindSchema kind) {
    return kind.placedOn().filter("docker_engine"::equals).isPresent();
  }

  private String readers(KindSchema kind) {
    return kind.outputs().stream()
        .map(
            output ->
                """
                container %1$s_%2$s {
                  image = "dvl-test/base:1"
                  name  = "%3$s-%1$s-%2$s"
                  env   = { IT = %4$s }
                }
                """
                    .formatted(kind.name(), output.name(), prefix, read(kind, output.name())))
        .collect(Collectors.joining("\n"));
  }

  private static String read(KindSchema kind, String output) {
    String of = OF_AN_END.contains(output) ? "of_an_end" : "it_" + kind.name();
    String read = (kind.host() ? "engine" : of) + "." + output;
    boolean size =
        kind.output(output).orElseThrow().type() instanceof Type.Scalar(ScalarKind is, var ignored)
            && is == ScalarKind.SIZE;
    return "json_encode(" + (size ? "in_unit(" + read + ", \"B\")" : read) + ")";
  }
}
