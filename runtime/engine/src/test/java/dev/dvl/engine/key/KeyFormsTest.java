package dev.dvl.engine.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of every type and form that the usual tools write are told apart by their public halves. */
class KeyFormsTest {
  private static final List<String> TYPES =
      List.of("rsa 2048", "rsa 3072", "ecdsa 256", "ecdsa 384", "ecdsa 521", "ed25519 256");

  private static final Map<String, String> OPEN = new HashMap<>();
  private static final Map<String, String> STRANGERS = new HashMap<>();

  @TempDir static Path folder;

  @BeforeAll
  static void makeKeys() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/ssh-keygen")), "ssh-keygen is not there");
    for (String type : TYPES) {
      OPEN.put(type, made(type, type));
      STRANGERS.put(type, made(type, "stranger-" + type));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"RFC4716", "PEM", "PKCS8"})
  void eachBelongsToItsOwnOnly(String form) throws IOException, InterruptedException {
    for (String type : TYPES) {
      String hidden = inForm(type, form);
      for (String other : TYPES) {
        assertThat(KeyFile.belongTogether(hidden, own(other) + " ops@desk"))
            .as("%s in %s, and %s", type, form, other)
            .contains(other.equals(type));
        assertThat(KeyFile.belongTogether(hidden, Objects.requireNonNull(STRANGERS.get(other))))
            .as("%s in %s, and another one of %s", type, form, other)
            .contains(false);
      }
    }
  }

  /** As {@code openssl} writes it, which {@code ssh-keygen} does not. */
  @Test
  void soDoesOneForEd25519InPem() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not there");
    Path file = folder.resolve("pem");
    run("openssl", "genpkey", "-algorithm", "ed25519", "-out", file.toString());
    Path info = folder.resolve("info");
    run("openssl", "pkey", "-in", file.toString(), "-pubout", "-outform", "DER", "-out", "" + info);
    byte[] point = Files.readAllBytes(info);
    byte[] blob =
        new SshText()
            .string("ssh-ed25519")
            .string(java.util.Arrays.copyOfRange(point, point.length - 32, point.length))
            .toBytes();
    String line = "ssh-ed25519 " + Base64.getEncoder().encodeToString(blob);
    String hidden = Files.readString(file);
    assertThat(KeyFile.belongTogether(hidden, line)).contains(true);
    assertThat(KeyFile.belongTogether(hidden, own("ed25519 256"))).contains(false);
    assertThat(KeyFile.belongTogether(hidden, own("ecdsa 256"))).contains(false);
  }

  @Test
  void puttyShowsTheOpenHalf() {
    for (String type : TYPES) {
      String blob = own(type).split(" ", -1)[1];
      String file =
          "PuTTY-User-Key-File-3: %s\nEncryption: aes256-cbc\nComment: it\nPublic-Lines: 2\n%s\n%s\nPrivate-Lines: 1\nAAAA\n"
              .formatted(own(type).split(" ", -1)[0], blob.substring(0, 64), blob.substring(64));
      assertThat(KeyFile.belongTogether(file, own(type))).contains(true);
      assertThat(KeyFile.belongTogether(file, Objects.requireNonNull(STRANGERS.get(type))))
          .contains(false);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"RFC4716", "PEM", "PKCS8"})
  void whatIsEncryptedTellsNothingOrTheTruth(String form) throws IOException, InterruptedException {
    for (String type : TYPES) {
      String hidden = inForm(type, form, "secret phrase");
      Optional<Boolean> shown = KeyFile.belongTogether(hidden, own(type));
      assertThat(shown.orElse(true)).as("%s in %s", type, form).isTrue();
      assertThat(shown.isPresent()).isEqualTo(hidden.startsWith(KeyFile.BEGIN));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "ssh-rsa", "ssh-rsa AAAA", "sk-ssh-ed25519@openssh.com AAAA", "no key at all"})
  void anotherLineIsNotCompared(String line) throws IOException, InterruptedException {
    assertThat(KeyFile.belongTogether(inForm("ecdsa 256", "PKCS8"), line)).isEmpty();
  }

  private static String own(String type) {
    return Objects.requireNonNull(OPEN.get(type)).strip();
  }

  private static String made(String type, String name) throws IOException, InterruptedException {
    List<String> words = List.of(type.split(" ", -1));
    Path file = folder.resolve(name.replace(' ', '-'));
    run(
        "ssh-keygen",
        "-q",
        "-t",
        words.getFirst(),
        "-b",
        words.getLast(),
        "-N",
        "",
        "-f",
        "" + file);
    return Files.readString(Path.of(file + ".pub"));
  }

  private static String inForm(String type, String form) throws IOException, InterruptedException {
    return inForm(type, form, "");
  }

  private static String inForm(String type, String form, String phrase)
      throws IOException, InterruptedException {
    Path file = folder.resolve("formed");
    Files.deleteIfExists(file);
    Files.copy(folder.resolve(type.replace(' ', '-')), file);
    run("ssh-keygen", "-q", "-p", "-m", form, "-P", "", "-N", phrase, "-f", "" + file);
    return Files.readString(file);
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
