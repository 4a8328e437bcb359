package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.Compilation;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.lower.input.ProjectFiles;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.contract.Bench;
import dev.dvl.stdlib.StandardKinds;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where files may be written: the compiler says what the engine would do. */
class FilesInMountsTest {
  @TempDir Path folder;

  @Test
  @Tag("docker")
  void aReadOnlyContainerTakesFilesInItsMounts() throws Exception {
    Bench bench = Programs.in(folder);
    String program =
        Programs.program(
            declarations(
                """
                read_only = true
                mounts = [
                  { type = "volume", source = data, target = "/data" },
                  { type = "volume", source = more, target = "/data/more" },
                ]
                files = [
                  { path = "/data/a/b/one.conf", text = "1" },
                  { path = "/data/more/../more/two.conf", text = "2" },
                ]
                health { command = ["sh", "-c", "grep 1 /data/a/b/one.conf && grep 2 /data/more/two.conf"], interval = 1s }
                wait { until = "healthy" }
                """));
    try {
      bench.applied(program);
      assertThat(bench.plan(program).changes()).isEmpty();
    } finally {
      bench.apply(bench.planDestroy(program));
    }
  }

  @Test
  void whatTheEngineWouldRefuseOrHideIsRefused() {
    Map.of(
            "read_only = true\n",
            "`/data/one.conf` lies in no mount, and with read_only nothing is written elsewhere",
            "read_only = true\nmounts = [{ type = \"volume\", source = data, target = \"/dat\" }]",
            "`/data/one.conf` lies in no mount, and with read_only nothing is written elsewhere",
            "mounts = [{ type = \"volume\", source = data, target = \"/data\", read_only = true }]",
            "`/data/one.conf` lies in a mount that is only read",
            "mounts = [{ type = \"bind\", source = \"/\", target = \"/data/one.conf\" }]",
            "a file cannot take the place of a mount",
            """
            mounts = [
              { type = "volume", source = more, target = "/more" },
              { type = "tmpfs", target = "/data/" },
            ]
            """,
            "`/data/one.conf` lies in memory, which is empty when the container starts")
        .forEach(
            (mounts, told) ->
                assertThat(
                        diagnostics(
                            mounts + "\nfiles = [{ path = \"/data/one.conf\", text = \"1\" }]"))
                    .as(mounts)
                    .singleElement()
                    .satisfies(it -> assertThat(it.code().id()).isEqualTo("DVL4006"))
                    .satisfies(
                        it -> assertThat(it.primary().orElseThrow().text()).isEqualTo(told)));
  }

  @Test
  void aSecretTextLeavesThePlaceKnown() {
    String body =
        """
        read_only = true
        files = [{ path = "/x", text = key }]
        }
        secret key
        volume last {
        """;
    assertThat(diagnostics(body)).hasSize(1);
  }

  private static List<Diagnostic> diagnostics(String body) {
    SourceMap sources = new SourceMap();
    sources.add("main.dvl", "host engine: docker {}\n" + declarations(body));
    return Compilation.check(sources, StandardKinds.load(), ProjectFiles.NONE).diagnostics();
  }

  private static String declarations(String body) {
    return """
    volume data {}
    volume more {}
    container web {
      image = "dvl-test/base:1"
      %s
    }
    """
        .formatted(body);
  }
}
