package dev.dvl.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can only be seen from outside: exit codes of the process, and which classes it loads. */
class ProcessTest {
  private static final String SHOP =
      Path.of("src/test/resources/sessions/programs/shop.dvl").toString();

  private record Ended(int code, String output) {}

  @Test
  void theExitCodeIsThatOfTheProcess() throws IOException, InterruptedException {
    assertThat(dvl(List.of(), "version")).isEqualTo(new Ended(0, "dvl 0.1.0\n"));
    assertThat(dvl(List.of(), "chekc").code()).isEqualTo(3);
  }

  @Test
  void versionLoadsNoLibrary() throws IOException, InterruptedException {
    assertThat(dvl(List.of("-Xlog:class+load"), "version").output())
        .doesNotContain("com.fasterxml", "org.antlr", "dockerjava");
  }

  @Test
  void checkLoadsWhatACompilerNeeds() throws IOException, InterruptedException {
    assertThat(dvl(List.of("-Xlog:class+load"), "check", SHOP).output())
        .contains("org.antlr", "no mistakes")
        .doesNotContain("com.fasterxml", "dockerjava", "org.yaml", "dev.dvl.docker");
  }

  private static Ended dvl(List<String> flags, String... words)
      throws IOException, InterruptedException {
    List<String> command = Calls.command(flags, words);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output);
  }
}
