package dev.dvl.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.cli.command.Exit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of an applied stack that may not be read or written, met by a process that modes count for:
 * root gives its capabilities away for it.
 */
class NoPermissionTest {
  private static final String PROGRAM =
      "host engine: docker {}\ncontainer web { image = \"a:1\" }\n";

  @TempDir private Path folder = Path.of("");
  private Calls calls = new Calls(folder, Map.of());
  private Path stack = Path.of("");

  @BeforeEach
  void apply() throws IOException {
    Files.writeString(folder.resolve("main.dvl"), PROGRAM);
    calls = new Calls(folder, Map.of("XDG_STATE_HOME", folder.resolve("s").toString()));
    assertThat(calls.dvl("apply", "--sandbox", "--yes").exit()).isEqualTo(Exit.DONE);
    try (Stream<Path> files = Files.list(folder.resolve(".dvl"))) {
      stack = files.filter(it -> it.toString().endsWith("-default")).findFirst().orElseThrow();
    }
  }

  @Test
  void aLedgerThatCannotBeReadIsNotEmpty() throws IOException, InterruptedException {
    for (Path closed : List.of(stack, stack.resolve("journal"))) {
      refused(1, "DVL8022", closed, "---------", "plan");
      refused(1, "DVL8022", closed, "---------", "apply", "--yes");
      refused(1, "DVL8022", closed, "---------", "destroy", "--yes");
    }
  }

  @Test
  void withoutAJournalToWriteNothingIsMade() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("main.dvl"), PROGRAM + "container more { image = \"a:1\" }\n");
    refused(1, "DVL8022", stack.resolve("journal"), "r--r--r--", "apply", "--yes");
  }

  @Test
  void withoutALockNothingIsMade() throws IOException, InterruptedException {
    refused(1, "DVL8022", folder.resolve("s/dvl"), "---------", "apply", "--yes");
  }

  @Test
  void aStackFileThatCannotBeReadIsNotMissing() throws IOException, InterruptedException {
    Path file = folder.resolve(".dvl/dvl.stack");
    refused(3, "DVL8021", file, "---------", "plan");
    refused(3, "DVL8021", file, "---------", "apply", "--yes");
    refused(3, "DVL8021", folder.resolve(".dvl"), "---------", "apply", "--yes");
  }

  private void refused(int code, String diagnostic, Path closed, String mode, String... words)
      throws IOException, InterruptedException {
    Set<PosixFilePermission> before = Files.getPosixFilePermissions(closed);
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString(mode));
    String said;
    try {
      said = unprivileged(words);
    } finally {
      Files.setPosixFilePermissions(closed, before);
    }
    assertThat(said)
        .contains("error[" + diagnostic + "]", closed.toString())
        .containsIgnoringCase("permission denied")
        .endsWith("= " + code);
    Files.writeString(folder.resolve("main.dvl"), PROGRAM);
    Calls.Ended after = calls.dvl("plan", "--sandbox", "--detailed-exitcode");
    assertThat(after.exit()).as(after::toString).isEqualTo(Exit.DONE);
  }

  private String unprivileged(String... words) throws IOException, InterruptedException {
    ProcessBuilder builder = calls.process(words);
    builder.command().add("--sandbox");
    if (System.getProperty("user.name").equals("root")) {
      builder.command().addAll(0, List.of("setpriv", "--bounding-set=-all", "--inh-caps=-all"));
    }
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return said + "= " + process.waitFor();
  }
}
