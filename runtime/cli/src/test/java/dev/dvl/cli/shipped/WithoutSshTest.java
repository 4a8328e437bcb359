package dev.dvl.cli.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.cli.Dvl;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library for SSH is not even needed where no host is reached by SSH. */
class WithoutSshTest {
  private static final int NO_CONNECTION = 4;
  private static final int BUG = 70;

  @TempDir Path folder;

  @Test
  void otherEndpointsDoWithoutIt() throws Exception {
    assertThat(plan("unix:///nowhere.sock")).isEqualTo(NO_CONNECTION);
    assertThat(plan("tcp://127.0.0.1:1")).isEqualTo(NO_CONNECTION);
    assertThat(plan("ssh://nobody@127.0.0.1:1")).isEqualTo(BUG);
  }

  private int plan(String endpoint) throws IOException, InterruptedException {
    Path program = folder.resolve("main.dvl");
    Files.writeString(
        program, "host edge: docker { endpoint = \"" + endpoint + "\" }\nvolume data {}\n");
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    classPath(),
                    Dvl.class.getName(),
                    "plan",
                    program.toString()))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    assertThat(said).isNotEmpty();
    return exit;
  }

  private static String classPath() {
    ShippedClassPath all = ShippedClassPath.here();
    Path jsch =
        all.libraries().stream()
            .filter(it -> it.getFileName().toString().startsWith("jsch"))
            .findFirst()
            .orElseThrow();
    return all.without(jsch).entries().stream()
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
