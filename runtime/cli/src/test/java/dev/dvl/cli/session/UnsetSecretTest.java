package dev.dvl.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.cli.command.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret that a program uses and that nobody has set: said where it matters, and only there. */
class UnsetSecretTest {
  private static final String PROGRAM =
      """
      host engine: docker {}
      secret pass = env("PASS")
      secret unused = env("UNUSED")
      container db { image = "a:1", env = { P = pass } }
      output words: secret string = "it is ${pass}"
      """;

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("main.dvl"), PROGRAM);
  }

  @Test
  void planAndApplySayItWithTheDeclaration() {
    for (String[] words : new String[][] {{"plan"}, {"apply", "--yes"}}) {
      Calls.Ended ended = dvl(Map.of(), words);
      assertThat(ended.exit()).as(ended::toString).isEqualTo(Exit.WRONG);
      assertThat(ended.err())
          .contains("error[DVL3013]", "--> main.dvl:2:8", "`PASS` or `DVL_SECRET_pass`")
          .doesNotContain("unused", "DVL6017");
    }
    assertThat(folder.resolve(".dvl").resolve("dvl.stack")).doesNotExist();
  }

  @Test
  void eachWayOfSettingItCounts() throws IOException {
    assertThat(dvl(Map.of("PASS", ""), "plan").exit()).isEqualTo(Exit.DONE);
    assertThat(dvl(Map.of("DVL_SECRET_pass", "x"), "plan").exit()).isEqualTo(Exit.DONE);
    Path file = folder.resolve("secrets.json");
    Files.writeString(file, "{\"pass\": \"x\"}");
    assertThat(file.toFile().setReadable(false, false)).isTrue();
    assertThat(file.toFile().setReadable(true, true)).isTrue();
    Calls.Ended ended = dvl(Map.of(), "plan", "--secrets", "secrets.json");
    assertThat(ended.exit()).as(ended::toString).isEqualTo(Exit.DONE);
  }

  @Test
  void whatPutsNoSecretAnywhereIsSilent() {
    assertThat(dvl(Map.of("PASS", "x"), "apply", "--yes").exit()).isEqualTo(Exit.DONE);
    assertThat(dvl(Map.of(), "show").exit()).isEqualTo(Exit.DONE);
    assertThat(dvl(Map.of(), "graph").exit()).isEqualTo(Exit.DONE);
    assertThat(new Calls(folder, Map.of()).dvl("check").exit()).isEqualTo(Exit.DONE);
    Calls.Ended ended = dvl(Map.of(), "destroy", "--yes");
    assertThat(ended.exit()).as(ended::toString).isEqualTo(Exit.DONE);
  }

  private Calls.Ended dvl(Map<String, String> set, String... words) {
    Map<String, String> environment = new HashMap<>(set);
    environment.put("XDG_STATE_HOME", folder.resolve("s").toString());
    String[] all = java.util.Arrays.copyOf(words, words.length + 1);
    all[words.length] = words[0].equals("graph") ? "." : "--sandbox";
    return new Calls(folder, environment).dvl(all);
  }
}
