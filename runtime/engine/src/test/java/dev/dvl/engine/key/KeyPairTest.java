package dev.dvl.engine.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.StringTokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPairTest {
  @TempDir Path folder;

  @Test
  void theOpenHalfStandsInTheFileOfTheHiddenOne() {
    KeyPair key = KeyPair.fresh();
    assertThat(KeyFile.openHalf(key.hidden())).contains(second(key.open()));
  }

  @Test
  void eachIsAnotherAndTellsNothingByItself() {
    KeyPair one = KeyPair.fresh();
    assertThat(one).isNotEqualTo(KeyPair.fresh());
    assertThat(one.toString()).isEqualTo(one.open());
  }

  /** OpenSSH's own tool makes the open half out of the hidden one. */
  @Test
  void openSshReadsIt() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/ssh-keygen")), "ssh-keygen is not there");
    KeyPair key = KeyPair.fresh();
    Path file =
        Files.createFile(
            folder.resolve("key"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, key.hidden());
    assertThat(keygen("-y", "-P", "", "-f", file.toString()).strip()).isEqualTo(key.open());
  }

  @Test
  void anEncryptedFileShowsItsOpenHalf() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/ssh-keygen")), "ssh-keygen is not there");
    Path file = folder.resolve("id");
    keygen("-q", "-t", "ed25519", "-N", "secret", "-f", file.toString());
    String open = second(Files.readString(folder.resolve("id.pub")));
    assertThat(KeyFile.openHalf(Files.readString(file))).contains(open);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ssh-ed25519 AAAA",
        KeyFile.BEGIN,
        KeyFile.END + KeyFile.BEGIN,
        KeyFile.BEGIN + KeyFile.END,
        KeyFile.BEGIN + "\nb3BlbnNzaC1rZXktdjEA\n" + KeyFile.END,
        KeyFile.BEGIN + "\nb3BlbnNzaC1rZXktdjEA/////w==\n" + KeyFile.END,
        KeyFile.BEGIN + "\n=\n" + KeyFile.END,
        "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----",
        "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----",
        "-----BEGIN EC PRIVATE KEY-----\nMIT/////\n-----END EC PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
        "PuTTY-User-Key-File-3: ssh-ed25519\nPublic-Lines: 2\nAAAA"
      })
  void otherTextsShowNone(String text) {
    assertThat(KeyFile.openHalf(text)).isEmpty();
    assertThat(KeyFile.belongTogether(text, KeyPair.fresh().open())).isEmpty();
  }

  @Test
  void aFileThatIsCutOffShowsNone() {
    byte[] whole = Base64.getMimeDecoder().decode(body(KeyPair.fresh().hidden()));
    for (int length = 0; length < KeyFile.MAGIC.length + 60; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      String text = KeyFile.BEGIN + Base64.getEncoder().encodeToString(part) + KeyFile.END;
      assertThat(KeyFile.openHalf(text)).isEmpty();
    }
  }

  /** The middle word of a line: the type, the key, a comment. */
  private static String second(String line) {
    StringTokenizer words = new StringTokenizer(line);
    words.nextToken();
    return words.nextToken();
  }

  private static String body(String file) {
    return file.substring(KeyFile.BEGIN.length(), file.indexOf(KeyFile.END));
  }

  private static String keygen(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("ssh-keygen"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
