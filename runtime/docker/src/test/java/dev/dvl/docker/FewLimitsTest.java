package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Op;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine on a machine whose kernel counts little, as version 2 of control groups may do. */
class FewLimitsTest {
  private static final String INFO =
      """
      {"ServerVersion": "28.5.2", "MemoryLimit": false, "SwapLimit": false, "PidsLimit": false,
       "CpuCfsQuota": true, "CPUShares": true}
      """;
  private static final String IMAGES = "[{\"Id\": \"sha256:1\", \"RepoTags\": [\"page:latest\"]}]";
  private static final String MADE =
      "{\"Id\": \"4f5a\", \"Warnings\": [\"Memory limited without swap.\"]}";

  @TempDir Path folder;
  private Optional<ScriptedEngine> opened = Optional.empty();

  @BeforeEach
  void engine() throws IOException {
    opened =
        Optional.of(
            new ScriptedEngine()
                .on("/_ping", ScriptedEngine.PING)
                .on("/info", ScriptedEngine.json(INFO))
                .on("/images/json", ScriptedEngine.json(IMAGES))
                .on("/containers/create", ScriptedEngine.json(MADE)));
  }

  @AfterEach
  void close() throws IOException {
    opened.orElseThrow().close();
  }

  @Test
  void aLimitThatItCannotKeepIsRefusedWhenPlanning() throws IOException {
    List<String> said =
        said("cpus = 0.5, cpuset = \"0\", memory = 64MiB, memory_swap = 96MiB, pids_limit = 20");
    assertThat(said).containsExactly("memory", "memory_swap", "pids_limit");
  }

  @Test
  void noLimitIsKeptEverywhere() throws IOException {
    assertThat(said("cpu_shares = 100")).isEmpty();
    assertThat(said("memory = 64MiB, memory_swap = \"unlimited\"")).containsExactly("memory");
  }

  @Test
  void whatItSaysOfACreationIsPassedOn() throws Exception {
    Bench bench =
        new Bench(
            new DockerProvider(),
            Bench.spec(Map.of("endpoint", Value.text(opened.orElseThrow().endpoint()))));
    Op create =
        bench
            .plan(
                bench.change(
                    Action.CREATE,
                    Optional.empty(),
                    Optional.of(bench.desired("container", "c", V.fields("image", "page")))))
            .ops()
            .getFirst();
    assertThat(create.id()).isEqualTo("create");
    bench.run(List.of(create));
    assertThat(bench.said)
        .containsExactly("DVL7075: The engine says: Memory limited without swap.");
  }

  /** The limits that a plan refuses. */
  private List<String> said(String limits) throws IOException {
    String program =
        Programs.on(
            "host engine: docker { endpoint = \"%s\" }".formatted(opened.orElseThrow().endpoint()),
            "container c {\n image = \"page\"\n" + limits.replace(", ", "\n") + "\n}\n");
    return Programs.in(folder).planOutcome(program).diagnostics().stream()
        .filter(it -> it.code().equals(Codes.LIMIT))
        .map(FewLimitsTest::limit)
        .sorted()
        .toList();
  }

  private static String limit(Diagnostic diagnostic) {
    String text = diagnostic.primary().orElseThrow().text();
    return text.substring(text.indexOf('`') + 1, text.lastIndexOf('`'));
  }
}
