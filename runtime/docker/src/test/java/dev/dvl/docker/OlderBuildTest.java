package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.contract.Bench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run that was cut off around a build leaves, and what the next runs make of it. */
@Tag("docker")
@Tag("engines")
class OlderBuildTest {
  private final String name = "older%08x".formatted(new Random().nextInt());
  @TempDir Path folder;

  @Test
  void goesOnceNothingUsesItAnyMore() throws Exception {
    Path context = Files.createDirectory(folder.resolve("context"));
    Files.writeString(context.resolve("Dockerfile"), "FROM dvl-test/base:1\nARG RELEASE\n");
    Bench bench = Programs.in(folder);
    bench.applied(program("one"));
    try {
      String older = id(name + ":1");
      Cli.run("docker", "tag", older, name + ":1.dvl-" + op(older) + ".old");
      assertThat(bench.plan(program("one")).changes()).isEmpty();
      Files.writeString(
          context.resolve("Dockerfile"), "FROM " + older + "\nLABEL dvl.image.op=0123456789ab\n");
      Cli.run("docker", "build", "-q", "-t", name + ":1", context.toString());
      Files.writeString(context.resolve("Dockerfile"), "FROM dvl-test/base:1\nARG RELEASE\n");
      bench.applied(program("two"));
      assertThat(bench.plan(program("two")).changes()).isEmpty();
      assertThat(Cli.status("docker", "image", "inspect", older)).isNotZero();
    } finally {
      bench.apply(bench.planDestroy(program("two")));
    }
    assertThat(Cli.run("docker", "image", "ls", "-q", name)).isEmpty();
  }

  private static String op(String image) throws Exception {
    return Cli.run(
        "docker", "image", "inspect", "-f", "{{index .Config.Labels \"dvl.image.op\"}}", image);
  }

  private static String id(String image) throws Exception {
    return Cli.run("docker", "image", "inspect", "-f", "{{.Id}}", image);
  }

  private String program(String release) {
    return Programs.program(
        """
        image web {
          name = "%1$s:1"
          build { context = "context", args = { RELEASE = "%2$s" } }
        }
        container page { image = web }
        """
            .formatted(name, release));
  }
}
