package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dvl.contract.Bench;
import dev.dvl.docker.table.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the steps of a build leave on the engine goes with the image, and no sooner. */
@Tag("docker")
@Tag("engines")
class BuildStepsTest {
  private final String name = "steps%08x".formatted(new Random().nextInt());
  private final Engine engine = new Engine();
  private final long begun = Instant.now().getEpochSecond();
  @TempDir Path folder;

  @BeforeEach
  void context() throws IOException {
    Path context = Files.createDirectory(folder.resolve("context"));
    Files.writeString(
        context.resolve("Dockerfile"),
        "FROM dvl-test/base:1\nENV OF=" + name + "\nRUN echo one > /one\nENV AND=more\n");
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void theyGoWithTheImage() throws Exception {
    Bench bench = Programs.in(folder);
    bench.applied(program("a"));
    Set<String> both = ofThisTest();
    bench.applied(program("a") + image("b"));
    assertThat(ofThisTest()).hasSizeGreaterThan(both.size());
    bench.applied(program("a"));
    assertThat(ofThisTest()).isEqualTo(both);
    bench.apply(bench.planDestroy(program("a")));
    assertThat(ofThisTest()).isEmpty();
  }

  @Test
  void theyGoWithTheOlderBuild() throws Exception {
    Bench bench = Programs.in(folder);
    bench.applied(program("a"));
    int once = ofThisTest().size();
    Files.writeString(
        folder.resolve("context/Dockerfile"),
        "FROM dvl-test/base:1\nENV OF=" + name + "\nRUN echo two > /two\nENV AND=more\n");
    bench.applied(program("a"));
    assertThat(ofThisTest()).hasSize(once);
    assertThat(bench.plan(program("a")).changes()).isEmpty();
    bench.apply(bench.planDestroy(program("a")));
    assertThat(ofThisTest()).isEmpty();
  }

  /** Named or not: by a variable that the first step sets. */
  private Set<String> ofThisTest() throws IOException {
    Set<String> found = new TreeSet<>();
    for (JsonNode image : engine.get("/images/json?all=1")) {
      String id = image.path("Id").asText();
      if (image.path("Created").asLong() < begun) {
        continue;
      }
      try {
        JsonNode env = engine.get("/images/" + id + "/json").at("/Config/Env");
        if (env.toString().contains("OF=" + name)) {
          found.add(id);
        }
      } catch (IOException gone) {
        // Others remove theirs.
      }
    }
    return found;
  }

  private String program(String label) {
    return Programs.program(image(label));
  }

  private String image(String label) {
    return """
    image %1$s {
      name = "%2$s:%1$s"
      build { context = "context", labels = { which = "%1$s" } }
    }
    """
        .formatted(label, name);
  }
}
