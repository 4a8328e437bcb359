package dev.dvl.cli.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.dvl.cli.command.Exit;
import dev.dvl.cli.session.Calls;
import dev.dvl.cli.worlds.VCenter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A vCenter with a template whose clones are containers of the test engine, and a program that
 * clones it. Nothing but the folder of the program is known: it is the home, too. The guest is told
 * to leave alone what it was given.
 */
final class Lab implements AutoCloseable {
  /** As first process it heeds no signal to end; a kill spares the wait. */
  private static final String PAGE =
      """
      FROM scratch
      COPY busybox /bin/busybox
      COPY index.html /www/index.html
      STOPSIGNAL SIGKILL
      CMD ["/bin/busybox", "httpd", "-f", "-p", "8080", "-h", "/www"]
      """;

  private final String name = "one%08x".formatted(new Random().nextInt());
  private final Path folder;
  private final Site site;
  private int memory = 512;
  private int round = 1;
  private boolean another;
  private boolean followed;
  private final Optional<String> registry =
      Optional.ofNullable(System.getenv("DVL_TEST_REGISTRY")).filter(it -> !it.isEmpty());

  Lab(Path folder) throws IOException {
    this.folder = folder;
    this.site = Site.open();
    write();
  }

  private void write() throws IOException {
    Files.writeString(folder.resolve("main.dvl"), program());
    Files.writeString(folder.resolve("id.pub"), KeyFile.write(folder.resolve("id")).open());
    Path page = Files.createDirectory(folder.resolve("page"));
    Files.writeString(page.resolve("Dockerfile"), PAGE);
    Files.writeString(page.resolve("index.html"), "hello from a machine");
    Files.copy(Path.of("/bin/busybox"), page.resolve("busybox"));
  }

  private String program() throws IOException {
    return """
    module one { edition = 2026 }
    param memory: size = 512MiB
    param round: int = 1
    param another: bool = false
    param followed: bool = false
    secret vc_password = env("VSPHERE_PASSWORD")
    host lab: vsphere {
      server     = "%s"
      user       = "%s"
      password   = vc_password
      thumbprint = "%s"
      datacenter = "DC0"
    }
    vm app on lab {
      name         = "%s"
      template     = "debian-12"
      memory       = memory
      replace_when = [round]
      nic lan { network = "VM Network" }
      guest {
        user    = "ops"
        ssh_key = trim(file("id.pub"))
        ssh     = { key = "id" }
        docker  = true
      }
      cloud_init {
        metadata  = "local-hostname: app\\ncleanup-guestinfo: []\\n"
        user_data = "%s"
      }
    }
    image page on app {
      name = "page:1"
      build { context = "page" }
    }
    network front on app {}
    volume data on app { name = "data" }
    container web on app {
      name     = "web"
      image    = page
      networks = [front]
      ports    = ["8080:8080"]
      mounts   = [{ type = "volume", source = data, target = "/data" }]
    }
    if followed {
      image base on app { name = "%s/dvl/base:1", pull = "on_change" }
      container tagged on app { image = base }
    }
    if another { container other on app { name = "other", image = page } }
    output url = "http://${app.ip ?? "pending"}:8080/"
    """
        .formatted(
            vcenter().server(),
            vcenter().user(),
            vcenter().thumbprint(),
            name,
            trusting(),
            registry.orElse("registry.invalid"));
  }

  /** What the guest is told so that its engine trusts the registry. */
  private String trusting() throws IOException {
    if (registry.isEmpty()) {
      return "#cloud-config\\n{}\\n";
    }
    byte[] authority = Files.readAllBytes(Path.of(variable("DVL_TEST_REGISTRY_CA")));
    return "#cloud-config\\nwrite_files:\\n  - path: /etc/docker/certs.d/%s/ca.crt\\n    encoding: b64\\n    content: %s\\n"
        .formatted(registry.get(), Base64.getEncoder().encodeToString(authority));
  }

  private static String variable(String name) {
    return Optional.ofNullable(System.getenv(name)).orElseThrow();
  }

  /** The user may pull from the registry. */
  private void logIn(String address) throws IOException {
    String user = variable("DVL_TEST_REGISTRY_USER") + ":" + variable("DVL_TEST_REGISTRY_PASSWORD");
    String auth = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    Files.writeString(
        Files.createDirectories(folder.resolve(".docker")).resolve("config.json"),
        "{\"auths\": {\"%s\": {\"auth\": \"%s\"}}}".formatted(address, auth));
  }

  VCenter vcenter() {
    return site.vcenter();
  }

  /** Another size from now on, which takes effect while the machine is off. */
  void grow() {
    memory += 256;
  }

  /** Another machine from now on. */
  void renew() {
    round++;
  }

  /** With a container more from now on, or without it. */
  void another(boolean wanted) {
    another = wanted;
  }

  /** With an image that follows its tag from now on, or without it. */
  void followed(boolean wanted) throws IOException {
    if (registry.isEmpty()) {
      abort("SKIPPED: DVL_TEST_REGISTRY is not set; see testing/README.md");
    }
    logIn(registry.orElseThrow());
    followed = wanted;
  }

  Calls.Ended dvl(String... words) {
    return saved(withValues(words));
  }

  /** The same as a process of its own, whose words nobody reads. */
  Process process(String... words) throws IOException {
    return calls()
        .process(withValues(words))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private String[] withValues(String... words) {
    List<String> all = new ArrayList<>(Arrays.asList(words));
    all.addAll(List.of("--param", "memory=" + memory + "MiB", "--param", "round=" + round));
    all.addAll(List.of("--param", "another=" + another, "--param", "followed=" + followed));
    return all.toArray(String[]::new);
  }

  /** A call of a command that hands on what stands behind {@code --}. */
  Calls.Ended reach(String command, String... words) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--param", "memory=" + memory + "MiB", "--param", "round=" + round));
    all.addAll(Arrays.asList(words));
    return saved(all.toArray(String[]::new));
  }

  /** A call that takes its values from a saved plan. */
  Calls.Ended saved(String... words) {
    return calls().dvl(words);
  }

  private Calls calls() {
    return new Calls(
        folder,
        Map.of(
            "VSPHERE_PASSWORD", vcenter().password(),
            "XDG_STATE_HOME", folder.resolve("state").toString()));
  }

  /** A call that goes well. */
  String done(String... words) {
    return done(dvl(words));
  }

  static String done(Calls.Ended ended) {
    assertThat(ended.exit()).as(ended::toString).isEqualTo(Exit.DONE);
    return ended.out();
  }

  /** The program is carried out, whatever was there. */
  void settle() {
    done("apply", "--yes", "--allow", "data_loss");
  }

  void differsInNothing() {
    Calls.Ended plan = dvl("plan", "--detailed-exitcode");
    assertThat(plan.exit()).as(plan::toString).isEqualTo(Exit.DONE);
    assertThat(plan.toString()).contains("No changes: all 5 resources");
  }

  /** The ids of the containers that are our machines: one each, whether on or off. */
  List<String> guests() throws IOException, InterruptedException {
    return site.engine()
        .docker(List.of("docker", "ps", "--all", "--quiet", "--filter", "name=^vm-" + name + "-"))
        .lines()
        .toList();
  }

  /** What a command says in the only machine. */
  String inside(String command) throws IOException, InterruptedException {
    List<String> guests = guests();
    assertThat(guests).hasSize(1);
    return site.engine()
        .docker(List.of("docker", "exec", guests.getFirst(), "sh", "-c", command))
        .strip();
  }

  /** How often somebody was let in by SSH. */
  int logins() throws IOException, InterruptedException {
    return Integer.parseInt(inside("grep -c 'Accepted publickey' /var/log/sshd.log || true"));
  }

  /** Turns the machine off from inside, and waits until it is. */
  void powerOff() throws IOException, InterruptedException {
    String guest = guests().getFirst();
    inside("systemctl poweroff");
    site.engine().docker(List.of("docker", "wait", guest));
  }

  void copyInside(String from, String to) throws IOException, InterruptedException {
    site.engine()
        .docker(
            List.of(
                "docker", "cp", folder.resolve(from).toString(), guests().getFirst() + ":" + to));
  }

  /**
   * What Docker's own command line says over a context. It looks for `ssh` on the path, which looks
   * for settings in the home of whoever runs it: one that is told of ours stands before it.
   */
  String byContext(String context, String... words) throws IOException, InterruptedException {
    Path ssh = folder.resolve("path").resolve("ssh");
    Files.createDirectories(folder.resolve("path"));
    Path settings = folder.resolve(".ssh/dvl").resolve(context + ".conf");
    Files.writeString(ssh, "#!/bin/sh\nexec /usr/bin/ssh -F " + settings + " \"$@\"\n");
    Files.setPosixFilePermissions(ssh, PosixFilePermissions.fromString("rwx------"));
    List<String> command = new ArrayList<>(List.of("docker", "--context", context));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("DOCKER_CONFIG", folder.resolve(".docker").toString());
    builder.environment().put("PATH", folder.resolve("path") + ":" + System.getenv("PATH"));
    builder.environment().remove("DOCKER_HOST");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  void destroyed() throws IOException, InterruptedException {
    done("destroy", "--yes");
    site.assertAsItWas();
    assertThat(guests()).isEmpty();
  }

  @Override
  public void close() throws IOException {
    site.close();
  }
}
