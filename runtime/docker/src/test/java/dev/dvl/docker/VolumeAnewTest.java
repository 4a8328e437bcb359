package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.contract.Bench;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A volume that is made anew under the same name, which is its id too, below a container. */
@Tag("docker")
class VolumeAnewTest {
  private final String name = "anew%08x".formatted(new Random().nextInt());
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "update { order = \"start_first\" }"})
  void theContainerMountsTheNewOne(String update) throws Exception {
    Bench bench = Programs.in(folder).losingData();
    bench.applied(program("1", update));
    try {
      String changed = program("2", update);
      bench.applied(changed);
      assertThat(bench.plan(changed).changes()).isEmpty();
    } finally {
      bench.apply(bench.planDestroy(program("1", update)));
    }
  }

  private String program(String label, String update) {
    return Programs.program(
        """
        volume data {
          name   = "%1$s"
          labels = { release = "%2$s" }
        }
        container web {
          image  = "dvl-test/base:1"
          mounts = [{ type = "volume", source = data, target = "/data" }]
          %3$s
        }
        """
            .formatted(name, label, update));
  }
}
