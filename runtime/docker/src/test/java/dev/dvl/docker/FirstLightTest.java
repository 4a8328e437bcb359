package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Live;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From nothing to a network, a volume and a container that runs in them, and back. */
@Tag("docker")
@Tag("engines")
class FirstLightTest {

  @Test
  void makesReadsAndRemoves() throws Exception {
    try (Bench bench = Bench.open()) {
      Live network = bench.create("network", "backend", "labels", V.map("a", "b"));
      Live volume = bench.create("volume", "data");
      Live web =
          bench.create(
              "container",
              "web",
              "image",
              "dvl-test/web:1",
              "env",
              V.map("SECRET", "x=y"),
              "networks",
              V.set(new Value.Ref(Address.of("backend"), "network")),
              "mounts",
              V.set(
                  V.object(
                      "type",
                      "volume",
                      "source",
                      new Value.Ref(Address.of("data"), "volume"),
                      "target",
                      "/data",
                      "read_only",
                      false,
                      "no_copy",
                      false)),
              "files",
              V.set(
                  V.object(
                      "path",
                      "/etc/x/y.conf",
                      "text",
                      "hello",
                      "mode",
                      "0600",
                      "owner",
                      "1000:1000")),
              "wait",
              V.object("until", "healthy", "timeout", V.seconds(20)));
      assertThat(network.standing()).isEqualTo(Live.Standing.OURS);
      assertThat(volume.output("mountpoint").isNull()).isFalse();
      assertThat(web.standing()).isEqualTo(Live.Standing.OURS);
      assertThat(web.ref().name()).isEqualTo(bench.prefix + "-web");
      assertThat(web.value("networks")).isEqualTo(V.set(network.ref().name()));
      assertThat(web.output("ip").isNull()).isFalse();
      assertThat(web.value("running")).isEqualTo(V.of(true));
    }
  }
}
