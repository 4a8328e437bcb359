package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.OpProblem;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each attribute of a container: what was asked for is what is read back, in its canonical form.
 */
@Tag("docker")
class RoundTripTest {

  static Stream<Arguments> attributes() {
    return Stream.of(
        row("command", V.list("idle", "a b")),
        row("entrypoint", V.list("idle")),
        row("env", V.map("A", "1", "EMPTY", "", "EQUALS", "a=b")),
        row("working_dir", "/tmp"),
        row("user", "1000:1000"),
        row("groups", V.set("10", "20")),
        row("labels", V.map("a", "b")),
        row("init", true),
        row("tty", true),
        row("stdin_open", true),
        row("stop_signal", "SIGINT"),
        row("stop_grace", V.seconds(3)),
        row("runtime", "runc"),
        row("restart", "unless-stopped"),
        row(
            "health",
            V.object(
                "command", V.list("true"),
                "interval", V.seconds(5),
                "timeout", V.seconds(2),
                "start_period", V.seconds(1),
                "retries", 7,
                "disabled", false)),
        row("ports", V.set("127.0.0.1:0:80", "81/udp")),
        row("expose", V.set("90", "91/udp")),
        row("network_mode", "host"),
        row("network_mode", "none"),
        row("hostname", "box"),
        row("domainname", "lab.example"),
        row("extra_hosts", V.map("db", "10.0.0.1", "me", "host-gateway")),
        row("dns", V.list("10.0.0.2", "10.0.0.1")),
        row("dns_search", V.list("b.example", "a.example")),
        row("dns_options", V.list("ndots:2")),
        row(
            "mounts",
            V.set(
                V.object(
                    "type", "bind",
                    "source", "/tmp",
                    "target", "/b",
                    "read_only", true,
                    "propagation", "private",
                    "recursive", false),
                V.object("type", "tmpfs", "target", "/t", "size", V.mib(8), "mode", "0700"),
                V.object("type", "volume", "target", "/v", "read_only", false, "no_copy", true))),
        row("read_only", true),
        row("shm_size", V.mib(32)),
        row("cpus", V.decimal("0.5")),
        row("cpu_shares", 512),
        row("cpuset", "0"),
        row("cpuset_mems", "0"),
        row("memory", V.mib(64)),
        row("memory_reservation", V.mib(32)),
        row("pids_limit", 100),
        row("ulimits", V.map("nofile", V.object("soft", 100, "hard", 200))),
        row("sysctls", V.map("net.ipv4.ip_unprivileged_port_start", "0")),
        row(
            "devices",
            V.set(V.object("source", "/dev/null", "target", "/dev/nil", "permissions", "rw"))),
        row("cap_add", V.set("NET_ADMIN")),
        row("cap_drop", V.set("CHOWN", "MKNOD")),
        row("security_options", V.set("no-new-privileges", "seccomp=unconfined")),
        row("pid_mode", "host"),
        row("ipc_mode", "shareable"),
        row("uts_mode", "host"),
        row("cgroupns_mode", "private"),
        row("log", V.object("driver", "local", "options", V.map("max-size", "1m"))));
  }

  private static Arguments row(String attribute, Object value) {
    return Arguments.of(attribute, V.of(value));
  }

  @ParameterizedTest(name = "{0} = {1}")
  @MethodSource("attributes")
  void readsBackWhatWasAskedFor(String attribute, Value value) throws Exception {
    try (Bench bench = Bench.open()) {
      Live live = bench.create("container", "it", "image", "dvl-test/base:1", attribute, value);
      SortedMap<String, Value> wanted = new TreeMap<>(Map.of(attribute, value));
      Value canonical = new DockerProvider().canonical("container", wanted).get(attribute);
      if (value instanceof Value.MapOf(var own) && !attribute.equals("ulimits")) {
        assertThat(((Value.MapOf) live.value(attribute)).entries()).containsAllEntriesOf(own);
      } else {
        assertThat(live.value(attribute)).isEqualTo(canonical);
      }
    }
  }

  @Test
  void showsDefaultsWhereNothingIsSet() throws Exception {
    try (Bench bench = Bench.open()) {
      for (String image : new String[] {"dvl-test/base:1", "dvl-test/full:1", "dvl-test/web:1"}) {
        String name = image.replaceAll("[^a-z]", "");
        Live live = bench.create("container", name, "image", image);
        live.defaults()
            .forEach(
                (attribute, standard) -> {
                  if (!attribute.equals("image")) {
                    assertThat(live.value(attribute))
                        .as(image + " " + attribute)
                        .isEqualTo(standard);
                  }
                });
      }
    }
  }

  @Test
  void updatesLimitsLive() throws Exception {
    try (Bench bench = Bench.open()) {
      Live before =
          bench.create(
              "container", "it", "image", "dvl-test/base:1", "memory", V.mib(32), "pids_limit", 50);
      Desired after =
          bench.desired(
              "container",
              "it",
              V.fields(
                  "image",
                  "dvl-test/base:1",
                  "memory",
                  V.mib(128),
                  "cpus",
                  V.decimal("1.5"),
                  "restart",
                  "on-failure",
                  "restart_attempts",
                  4,
                  "name",
                  bench.prefix + "-renamed"));
      bench.apply(bench.change(Action.UPDATE, Optional.of(before), Optional.of(after)));
      Live now = bench.live("it");
      assertThat(now.ref().id()).isEqualTo(before.ref().id());
      assertThat(now.value("memory")).isEqualTo(V.mib(128));
      assertThat(now.value("memory_swap")).isEqualTo(V.mib(256));
      assertThat(now.value("cpus")).isEqualTo(V.decimal("1.5"));
      assertThat(now.value("restart")).isEqualTo(V.of("on-failure"));
      assertThat(now.value("restart_attempts")).isEqualTo(V.of(4));
      assertThat(now.ref().name()).isEqualTo(bench.prefix + "-renamed");
    }
  }

  @Test
  void saysWhatTheEngineRefuses() throws Exception {
    try (Bench bench = Bench.open()) {
      OpProblem problem =
          org.junit.jupiter.api.Assertions.assertThrows(
              OpProblem.class,
              () ->
                  bench.create(
                      "container", "it", "image", "dvl-test/base:1", "runtime", "no-such-runtime"));
      assertThat(problem.code()).isEqualTo(Codes.CALL);
      assertThat(problem.outcome()).isEqualTo(OpProblem.Outcome.NOT_DONE);
    }
  }
}
