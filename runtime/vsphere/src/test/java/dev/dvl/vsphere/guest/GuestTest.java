package dev.dvl.vsphere.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.spec.Power;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clone of a template, as a program orders it; each test leaves the machine on. */
@SuppressWarnings("NullAway.Init")
class GuestTest {
  private static final String METADATA =
      """
      instance-id: iid-of-this-machine
      local-hostname: app-one
      cleanup-guestinfo: [userdata, vendordata]
      """;

  /** Notes in a volume when it starts and when it is asked to end. */
  private static final String SOFT =
      "docker rm -f soft; docker volume rm -f kept; docker run -d --name soft -v kept:/kept tools"
          + " sh -c 'trap \"echo bye >>/kept/log; exit 0\" TERM; echo up >>/kept/log;"
          + " while :; do sleep 0.1; done'"
          + " && until docker run --rm -v kept:/kept tools grep up /kept/log; do sleep 0.1; done";

  private static final String ENGINE = "until docker version >/dev/null 2>&1; do sleep 0.2; done; ";

  @TempDir private static Path folder;
  private static Shell shell;
  private static Guest guest;

  @BeforeAll
  static void start() throws Exception {
    shell = new Shell(folder);
    guest =
        new Guest(
            "guest",
            Map.of(
                "guestinfo.metadata",
                base64(METADATA),
                "guestinfo.metadata.encoding",
                "base64",
                "guestinfo.userdata",
                base64(userData()),
                "guestinfo.userdata.encoding",
                "base64",
                "guestinfo.vendordata",
                base64("#cloud-config\nruncmd: [[touch, /root/vendor]]\n"),
                "guestinfo.vendordata.encoding",
                "base64"));
    build();
  }

  @AfterAll
  static void end() throws Exception {
    if (guest != null) {
      guest.close();
    }
  }

  private static String userData() throws Exception {
    return """
    #cloud-config
    disable_root: false
    users: [{name: root, ssh_authorized_keys: ["%s"]}]
    ssh_keys:
      ed25519_public: "%s"
      ed25519_private: |
    %s
    """
        .formatted(
            shell.text("user.pub").strip(),
            shell.text("host.pub").strip(),
            shell.text("host").indent(4));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** An image of one static program, from nothing: no network is needed. */
  private static void build() throws Exception {
    Path busybox = Path.of(Shell.run("which", "busybox"));
    in("mkdir -p /root/tools && cat >/root/tools/busybox", Files.readAllBytes(busybox));
    var recipe = new ByteArrayOutputStream();
    recipe.writeBytes(
        """
        FROM scratch
        COPY busybox /bin/busybox
        RUN ["/bin/busybox", "--install", "-s", "/bin"]
        """
            .getBytes(StandardCharsets.UTF_8));
    in("cat >/root/tools/Dockerfile", recipe.toByteArray());
    in(ENGINE + "chmod +x /root/tools/busybox && docker build -q -t tools /root/tools");
  }

  private static String in(String command, byte... input) throws Exception {
    return shell.in(guest.address(), command, input);
  }

  @Test
  void tellsWhatItsGuestTells() throws Exception {
    Tree card =
        guest.await("config.hardware.device", it -> true).children().stream()
            .filter(it -> it.at("macAddress").isPresent())
            .findFirst()
            .orElseThrow();
    Tree net = guest.await("guest.net", it -> named(it, "172.17.0.1") && named(it, "00:50:56:"));
    assertThat(net.children())
        .anySatisfy(
            it -> {
              assertThat(it.text("macAddress").map(mac -> mac.toLowerCase(Locale.ROOT)))
                  .isEqualTo(card.text("macAddress"));
              assertThat(it.number("deviceConfigId")).isEqualTo(card.number("key"));
              assertThat(it.text("ipAddress")).contains(guest.address());
            })
        .anySatisfy(
            it -> {
              assertThat(it.text("ipAddress")).contains("172.17.0.1");
              assertThat(it.number("deviceConfigId")).contains(-1L);
            });
    guest.await("guest.hostName", it -> it.text().equals("app-one"));
    guest.await("guest.toolsRunningStatus", it -> it.text().equals("guestToolsRunning"));
    assertThat(guest.await("config", it -> true).text("annotation").orElse("")).isEmpty();
  }

  private static boolean named(Tree tree, String text) {
    return tree.text().startsWith(text) || tree.children().stream().anyMatch(it -> named(it, text));
  }

  @Test
  void cloudInitFindsItsDataAndWipesThem() throws Exception {
    assertThat(in("cloud-init status --wait >/dev/null; cloud-init query instance_id"))
        .isEqualTo("iid-of-this-machine");
    assertThat(in("cloud-init query v1.platform; ls /root/vendor"))
        .isEqualTo("vmware\n/root/vendor");
    assertThat(guest.option("guestinfo.userdata")).contains("---");
    assertThat(guest.option("guestinfo.vendordata")).contains("---");
    assertThat(guest.option("guestinfo.metadata")).contains(base64(METADATA));
  }

  @Test
  void aGuestReadsAndWritesGuestinfo() throws Exception {
    guest
        .session
        .machines()
        .reconfigure(guest.vm, Guest.settings(Map.of("guestinfo.a", "b c")), Guest.WATCH);
    assertThat(in("vmware-rpctool 'info-get guestinfo.a'")).isEqualTo("b c");
    in("vmware-rpctool 'info-set guestinfo.a d e'");
    assertThat(guest.option("guestinfo.a")).contains("d e");
    assertThat(in("vmware-rpctool 'info-get guestinfo.none' 2>&1; echo $?"))
        .isEqualTo("No value found1");
    assertThat(in("vmware-rpctool 'info-get test.machine' 2>&1 || echo refused"))
        .endsWith("refused");
  }

  @Test
  void aShutdownLetsContainersEndInTheirTime() throws Exception {
    in(ENGINE + SOFT);
    guest.session.machines().shutDownGuest(guest.vm);
    guest.awaitPower("poweredOff");
    assertThat(guest.await("guest.toolsRunningStatus", it -> true).text())
        .isEqualTo("guestToolsNotRunning");
    guest.power(Power.ON);
    assertThat(in(ENGINE + "docker run --rm -v kept:/kept tools cat /kept/log"))
        .isEqualTo("up\nbye");
  }

  @Test
  void aPowerOffDoesNotAndAPowerOnBehindItIsNotLost() throws Exception {
    in(ENGINE + SOFT);
    guest.power(Power.OFF);
    assertThat(guest.await("guest", it -> true).text("ipAddress").orElse("")).isEmpty();
    guest.power(Power.ON);
    assertThat(in(ENGINE + "docker run --rm -v kept:/kept tools cat /kept/log")).isEqualTo("up");
    guest.awaitPower("poweredOn");
  }

  @Test
  void aResetAndARebootStartItAgain() throws Exception {
    in("touch /run/before /root/before");
    guest.power(Power.RESET);
    assertThat(in("ls /run/before /root/before || true")).contains("cannot access '/run/before'");

    in(ENGINE + SOFT + "; touch /run/before");
    guest.session.machines().rebootGuest(guest.vm);
    in("while [ -e /run/before ]; do sleep 0.2; done");
    assertThat(in(ENGINE + "docker run --rm -v kept:/kept tools cat /kept/log"))
        .isEqualTo("up\nbye");
  }

  @Test
  void aGuestMayShutItselfDown() throws Exception {
    in("systemctl poweroff");
    guest.awaitPower("poweredOff");
    guest.power(Power.ON);
    assertThat(in("hostname")).isEqualTo("app-one");
  }

  @Test
  void servicesAreStoppedStartedAndConfigured() throws Exception {
    in(
        ENGINE
            + "echo '{\"labels\": [\"a=b\"]}' >/etc/docker/daemon.json; systemctl restart docker");
    assertThat(in("docker info --format '{{.Labels}}'; systemctl is-active docker"))
        .isEqualTo("[a=b]\nactive");
    assertThat(in("systemctl stop docker.service; systemctl is-active docker || true"))
        .isEqualTo("inactive");
    in("rm /etc/docker/daemon.json; service docker start; docker version");
  }
}
