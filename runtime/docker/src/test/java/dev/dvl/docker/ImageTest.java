package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.local.LocalFiles;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.stdlib.StandardKinds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds from a Dockerfile. */
@Tag("docker")
@Tag("engines")
class ImageTest {
  @TempDir Path folder;

  @Test
  void buildsWhatItHashed() throws Exception {
    dockerfile("FROM dvl-test/base:1\nARG WHO\nCOPY page.txt /page.txt\nLABEL who=$WHO\n");
    Files.writeString(folder.resolve("page.txt"), "hello");
    try (Bench bench = Bench.open()) {
      Desired wanted = image(bench);
      Value digest = digest(wanted);
      assertThat(digest).asString().contains("sha256:");
      bench.apply(bench.change(Action.CREATE, Optional.empty(), Optional.of(wanted)));
      Live live = bench.live("img");
      assertThat(live.standing()).isEqualTo(Live.Standing.OURS);
      assertThat(live.ref().name()).isEqualTo(bench.prefix + "/img:1");
      assertThat(bench.said).anyMatch(line -> line.startsWith("Step 1/"));
      assertThat(digest(wanted)).isEqualTo(digest);
      Files.writeString(folder.resolve("page.txt"), "changed");
      assertThat(digest(wanted)).isNotEqualTo(digest);
    }
  }

  @Test
  void aNewBuildTakesTheNameAndTheOldOneGoes() throws Exception {
    dockerfile("FROM dvl-test/base:1\nCOPY Dockerfile /\n");
    try (Bench bench = Bench.open()) {
      bench.apply(bench.change(Action.CREATE, Optional.empty(), Optional.of(image(bench))));
      Live first = bench.live("img");
      dockerfile("FROM dvl-test/base:1\nCOPY Dockerfile /other\n");
      bench.apply(bench.change(Action.REPLACE, Optional.of(first), Optional.of(image(bench))));
      Live second = bench.live("img");
      assertThat(second.ref().id()).isNotEqualTo(first.ref().id());
      assertThat(exists(first.ref().id())).isFalse();
      Live user = bench.create("container", "user", "image", second.ref().id());
      assertThat(user.value("image")).isEqualTo(Value.text(second.ref().id()));
      OpProblem problem =
          assertThrows(
              OpProblem.class,
              () ->
                  bench.apply(bench.change(Action.DESTROY, Optional.of(second), Optional.empty())));
      assertThat(problem.code()).isEqualTo(Codes.IN_USE);
    }
  }

  @Test
  void aFailingBuildShowsItsOutput() throws Exception {
    dockerfile("FROM dvl-test/base:1\nRUN echo the tests say no && exit 7\n");
    try (Bench bench = Bench.open()) {
      OpProblem problem =
          assertThrows(
              OpProblem.class,
              () ->
                  bench.apply(
                      bench.change(Action.CREATE, Optional.empty(), Optional.of(image(bench)))));
      assertThat(problem.code()).isEqualTo(Codes.BUILD_FAILED);
      assertThat(problem).hasMessageContaining("returned a non-zero code: 7");
      assertThat(problem.details()).anyMatch(line -> line.contains("the tests say no"));
    }
  }

  @Test
  void findsAnImageThatIsNotThereWhenPlanning() throws Exception {
    try (Bench bench = Bench.open()) {
      Desired none = bench.desired("image", "img", Map.of("name", Value.text("no.such/image:1")));
      assertThat(
              bench
                  .plan(bench.change(Action.CREATE, Optional.empty(), Optional.of(none)))
                  .findings())
          .extracting(it -> it.code())
          .containsExactly(Codes.NO_IMAGE);
    }
  }

  @Test
  void anImageMadeFromOursIsACopy() throws Exception {
    dockerfile("FROM dvl-test/base:1\nCOPY Dockerfile /\n");
    try (Bench bench = Bench.open()) {
      bench.apply(bench.change(Action.CREATE, Optional.empty(), Optional.of(image(bench))));
      String child = bench.prefix + "-child:1";
      Cli.run("docker", "tag", bench.prefix + "/img:1", child);
      try {
        Live live = bench.live("img");
        assertThat(live.standing()).isEqualTo(Live.Standing.OURS);
        Cli.run("docker", "rmi", bench.prefix + "/img:1");
        assertThat(bench.live("img").standing()).isEqualTo(Live.Standing.COPY);
      } finally {
        Cli.run("docker", "rmi", child);
      }
    }
  }

  /** What planning finds out of the files. */
  private static Value digest(Desired wanted) {
    return Objects.requireNonNull(
        new LocalFiles(Path.of("."))
            .digests(StandardKinds.load().get("image"), wanted.instance(), new ArrayList<>())
            .get("build.context_digest"));
  }

  private static boolean exists(String id) throws Exception {
    return Cli.status("docker", "image", "inspect", id) == 0;
  }

  private void dockerfile(String text) throws Exception {
    Files.writeString(folder.resolve("Dockerfile"), text);
  }

  private Desired image(Bench bench) {
    return bench.desired(
        "image",
        "img",
        V.fields(
            "name",
            bench.prefix + "/img:1",
            "build",
            V.object(
                "context", folder.toString(),
                "dockerfile", "Dockerfile",
                "args", V.map("WHO", "me"))));
  }
}
