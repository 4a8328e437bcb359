package dev.dvl.vsphere.machine.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.value.Value;
import dev.dvl.stdlib.VmGuestPart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerScriptTest {
  @TempDir Path folder;

  private static VmGuestPart guest(Value docker) {
    return VmGuestPart.of(Value.ObjectOf.of(Map.of("docker", docker)));
  }

  private static Value setup(Map<String, Value> fields) {
    return Value.ObjectOf.of(fields);
  }

  /** What a shell says, with only those commands on its path that a trial puts there. */
  private String run(String script) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("script"), script);
    ProcessBuilder shell = new ProcessBuilder("/bin/sh", file.toString()).redirectErrorStream(true);
    shell.environment().clear();
    shell.environment().put("PATH", folder.resolve("bin").toString());
    Process process = shell.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return said + "exit " + process.waitFor();
  }

  private void command(String name, String line) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + line + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private String script(Value docker, String release, Optional<String> install) throws IOException {
    Path file = Files.writeString(folder.resolve("os-release"), release);
    return DockerScript.of(guest(docker), install)
        .orElseThrow()
        .replace("/etc/os-release", file.toString())
        .replace("/run/systemd/system", folder.resolve("none").toString())
        .replace("/var/lib/dvl-install-docker", folder.resolve("install").toString())
        .replace("/etc/docker", folder.resolve("docker").toString());
  }

  @Test
  void noneIsWantedWhereNoneIsSaid() {
    assertThat(DockerScript.of(guest(Value.Null.NULL), Optional.empty())).isEmpty();
    assertThat(DockerScript.of(guest(Value.of(false)), Optional.empty())).isEmpty();
    assertThat(DockerScript.of(guest(Value.of(true)), Optional.empty())).isPresent();
    assertThat(DockerScript.of(guest(setup(Map.of())), Optional.empty())).isPresent();
  }

  @Test
  void aGuestThatHasAnEngineNeedsNoNetwork() throws Exception {
    command("dockerd", "exit 0");
    command("apt-get", "echo asked");
    assertThat(run(script(Value.of(true), "ID=debian\n", Optional.empty()))).isEqualTo("exit 0");
  }

  @ParameterizedTest
  @CsvSource({
    "ID=debian, apt-get, install -y docker.io",
    "'ID=linuxmint\nID_LIKE=\"ubuntu debian\"', apt-get, install -y docker.io",
    "ID=fedora, dnf, install -y moby-engine",
    "ID=amzn, yum, install -y docker",
    "ID=alpine, apk, add docker",
    "'ID=\"opensuse-leap\"\nID_LIKE=\"suse opensuse\"', zypper, --non-interactive install docker",
    "ID=arch, pacman, -Sy --noconfirm docker",
    "ID=photon, tdnf, install -y docker"
  })
  void itIsInstalledUnderTheNameThatTheDistributionHas(String release, String tool, String words)
      throws Exception {
    command("uname", "echo Linux");
    command(tool, "echo \"$@\"");
    assertThat(run(script(Value.of(true), release + "\n", Optional.empty())))
        .contains(words)
        .endsWith("exit 0");
  }

  @ParameterizedTest
  @CsvSource({
    "'ID=rocky\nID_LIKE=\"rhel centos fedora\"', rocky",
    "ID=nixos, nixos",
  })
  void whereNoNameIsKnownItIsSaidAndTheWayOut(String release, String name) throws Exception {
    command("uname", "echo Linux");
    assertThat(run(script(Value.of(true), release + "\n", Optional.empty())))
        .contains("`" + name + "` has no package", "install = ")
        .endsWith("exit 1");
  }

  @Test
  void aGuestThatIsNoLinuxIsTold() throws Exception {
    command("uname", "echo FreeBSD");
    assertThat(run(script(Value.of(true), "ID=freebsd\n", Optional.empty())))
        .contains("no Linux")
        .endsWith("exit 1");
  }

  @Test
  void noneIsInstalledWhereTheProgramForbidsIt() throws Exception {
    Value none = setup(Map.of("install", Value.text("none")));
    assertThat(run(script(none, "ID=debian\n", Optional.empty())))
        .contains("none is to be installed")
        .endsWith("exit 1");
  }

  @Test
  void theProgramsOwnScriptInstallsIt() throws Exception {
    for (String tool : List.of("base64", "chmod")) {
      command(tool, "exec /usr/bin/" + tool + " \"$@\"");
    }
    Value own = setup(Map.of("install", Value.text("setup.sh")));
    String install = "#!/bin/sh\necho 'it''s in'\nexit 3\n";
    assertThat(DockerScript.path(guest(own))).contains("setup.sh");
    assertThat(run(script(own, "ID=nixos\n", Optional.of(install))))
        .contains("its in", "was not installed")
        .endsWith("exit 1");
  }

  @Test
  void settingsStandThereBeforeTheEngineStarts() throws Exception {
    for (String tool : List.of("mkdir", "cat", "cp")) {
      command(tool, "exec /usr/bin/" + tool + " \"$@\"");
    }
    command("dockerd", "exit 0");
    Value pool =
        Value.ObjectOf.of(Map.of("base", Value.text("10.200.0.0/16"), "size", Value.of(24L)));
    Value own =
        setup(
            Map.of(
                "data_root", Value.text("/srv/it's"),
                "mirrors", new Value.ListOf(List.of(Value.text("https://mirror.lab"))),
                "address_pools", new Value.ListOf(List.of(pool))));
    assertThat(run(script(own, "ID=debian\n", Optional.empty()))).endsWith("exit 0");
    assertThat(Files.readString(folder.resolve("docker/daemon.json")))
        .isEqualTo(
            "{\"data-root\":\"/srv/it's\",\"registry-mirrors\":[\"https://mirror.lab\"],"
                + "\"default-address-pools\":[{\"base\":\"10.200.0.0/16\",\"size\":24}]}\n");
  }
}
