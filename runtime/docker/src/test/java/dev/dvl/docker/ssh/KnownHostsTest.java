package dev.dvl.docker.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every form of a line in {@code known_hosts}. */
class KnownHostsTest {
  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDK4LBQt7W0HCKnlsV0C0JXshoeCsfNfOCYUfmXo2S/u";

  @TempDir Path folder;

  @Test
  void namesPatternsAndPorts() throws Exception {
    KnownHosts known =
        known("one,10.0.0.7,*.lab,!not.lab " + KEY + " a comment", "[two]:2222 " + KEY);
    for (String host : new String[] {"one", "ONE", "10.0.0.7", "some.lab"}) {
      assertThat(known.of(host, 22)).as(host).hasSize(1);
    }
    assertThat(known.of("two", 2222)).hasSize(1);
    for (String host : new String[] {"two", "not.lab", "lab", "on"}) {
      assertThat(known.of(host, 22)).as(host).isEmpty();
    }
    assertThat(known.of("one", 2222)).isEmpty();
  }

  /** Made by {@code ssh-keygen -H} of {@code edge.lab} and {@code [edge.lab]:2222}. */
  @Test
  void hashedNames() throws Exception {
    Path plain = folder.resolve("plain");
    Files.writeString(plain, "edge.lab " + KEY + "\n[edge.lab]:2222 " + KEY + "\n");
    Process hashing =
        new ProcessBuilder("ssh-keygen", "-q", "-H", "-f", plain.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(hashing.waitFor()).isZero();
    KnownHosts known = KnownHosts.read(List.of(plain));
    assertThat(Files.readString(plain)).doesNotContain("edge");
    assertThat(known.of("edge.lab", 22)).hasSize(1);
    assertThat(known.of("edge.lab", 2222)).hasSize(1);
    assertThat(known.of("other.lab", 22)).isEmpty();
  }

  @Test
  void whatIsNoLineIsPassedOver() throws Exception {
    KnownHosts known =
        known(
            "",
            "# one " + KEY,
            "@cert-authority one " + KEY,
            "one",
            "one ssh-ed25519",
            "one ssh-ed25519 ####",
            "one ssh-ed25519 AAAA",
            "one ssh-rsa " + KEY.substring("ssh-ed25519 ".length()),
            "|1|x " + KEY,
            "|1|#|# " + KEY);
    assertThat(known.of("one", 22)).isEmpty();
  }

  @Test
  void aRevokedKeySaysSo() throws Exception {
    assertThat(known("@revoked one " + KEY).of("one", 22))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.revoked()).isTrue();
              assertThat(line.where()).endsWith("known:1");
            });
  }

  @Test
  void aFingerprintIsThatOfSsh() {
    assertThat(HostKey.parse(KEY).orElseThrow().fingerprint())
        .isEqualTo("SHA256:RM12Bhl2Bh5lw2ZYgmOgfmE1DKLo0HtUTNvN1qRSCyA");
  }

  private KnownHosts known(String... lines) throws Exception {
    return KnownHosts.read(List.of(Files.write(folder.resolve("known"), List.of(lines))));
  }
}
