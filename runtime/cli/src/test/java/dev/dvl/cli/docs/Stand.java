package dev.dvl.cli.docs;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.dvl.cli.machines.GuestImage;
import dev.dvl.cli.worlds.VCenter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A real peer in the place of what a page talks to. The page says {@code edge.lab.example}, and the
 * commands that are run say where the peer is; what they answer is put into the page's words again.
 *
 * @param words what the page says, by what is true here; longer ones first
 */
record Stand(List<Words> words, Map<String, String> environment, Closeable peer)
    implements Closeable {
  private static final String KEY =
      "AAAAC3NzaC1lZDI1NTE5AAAAIDK4LBQt7W0HCKnlsV0C0JXshoeCsfNfOCYUfmXo2S/u";
  private static final String THUMBPRINT =
      "5F:9C:21:0A:77:E3:4D:88:B1:62:0F:3C:9E:54:D7:A8:13:6B:C0:2E:F5:49:7A:91:DE:08:B6:63:1C:F4:A7:35";

  record Words(String page, String here) {}

  static boolean isWanted(Fence fence) {
    return fence.language().equals("console") && (fence.is("ssh") || fence.is("vcenter"));
  }

  static boolean isWanted(Page page) {
    return page.fences().stream().anyMatch(Stand::isWanted);
  }

  static Stand of(Page page, Project project) throws IOException {
    return page.fences().stream().anyMatch(it -> it.is("vcenter")) ? vcenter() : ssh(project);
  }

  private static Stand vcenter() throws IOException {
    GuestImage.make();
    VCenter vcenter = VCenter.with("{\"templates\": [\"debian-12\"], \"vms\": 1}");
    return new Stand(
        List.of(
            new Words("vcenter.lab.example", vcenter.server()),
            new Words("svc-dvl@vsphere.local", vcenter.user()),
            new Words(THUMBPRINT, vcenter.thumbprint())),
        Map.of("VSPHERE_PASSWORD", vcenter.password()),
        vcenter::close);
  }

  /** The SSH server beside the test engine, and a key that it takes. */
  private static Stand ssh(Project project) throws IOException {
    String[] server = variable("DVL_TEST_SSH").split(":", 2);
    String key = variable("DVL_TEST_SSH_HOST_KEY").split(" ", 3)[1];
    project.write(
        "site/deploy.key", Files.readString(Path.of(variable("DVL_TEST_SSH_KEYS"), "user")));
    Files.setPosixFilePermissions(
        project.folder().resolve("site/deploy.key"), PosixFilePermissions.fromString("rw-------"));
    return new Stand(
        List.of(
            new Words("edge.lab.example", server[0]),
            new Words("2222", server[1]),
            new Words("\"deploy\"", "\"root\""),
            new Words("deploy@", "root@"),
            new Words(
                "/run/user/1000/docker.sock",
                variable("DVL_TEST_DOCKER").substring("unix://".length())),
            new Words(KEY, key),
            new Words(fingerprint(KEY), fingerprint(key))),
        Map.of(),
        () -> {});
  }

  private static String variable(String name) {
    Optional<String> value = Optional.ofNullable(System.getenv(name)).filter(it -> !it.isEmpty());
    return value.orElseGet(
        () -> {
          if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(name + " is not set; start the peers");
          }
          return abort("SKIPPED: " + name + " is not set; see testing/README.md");
        });
  }

  /** As OpenSSH shows a key. */
  private static String fingerprint(String key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Base64.getDecoder().decode(key));
      return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** A text of the page as it is meant here. */
  String here(String text) {
    String meant = text;
    for (Words pair : words) {
      meant = meant.replace(pair.page(), pair.here());
    }
    return meant;
  }

  private String asInPage(String text) {
    String said = text;
    for (Words pair : words) {
      said = said.replace(pair.here(), pair.page());
    }
    return said;
  }

  /** Types the same again here, and gives what it says in the page's words. */
  Transcript again(Transcript typed, Project project) throws IOException {
    return typed.in(this::here).again(project, environment).in(this::asInPage);
  }

  @Override
  public void close() throws IOException {
    peer.close();
  }
}
