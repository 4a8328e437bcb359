package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Address;
import dev.dvl.contract.Bench;
import dev.dvl.contract.Triggered;
import dev.dvl.stdlib.StandardKinds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What says when it is to be replaced is replaced then, once, whatever kind of Docker it is of. */
@Tag("docker")
class ReplaceWhenTest {
  private static final String NAME = "again%08x".formatted(new Random().nextInt());

  /** What comes about in several ways is there in each. */
  private static final Map<String, List<String>> BODIES =
      Map.of(
          "container",
          List.of("name = \"%s\", image = \"dvl-test/base:1\", stop_grace = 1s"),
          "image",
          List.of("build { context = \"page\" }", "name = \"%s:1\"\nbuild { context = \"page\" }"),
          "network",
          List.of("name = \"%s\""),
          "volume",
          List.of("name = \"%s\""));

  @TempDir Path folder;

  private static Stream<String> kinds() {
    return StandardKinds.load().byName().values().stream()
        .filter(kind -> kind.placedOn().filter("docker_engine"::equals).isPresent())
        .map(KindSchema::name);
  }

  static Stream<String> resources() {
    return kinds()
        .flatMap(
            kind ->
                BODIES.getOrDefault(kind, List.of()).stream()
                    .map(body -> kind + " it {\n" + body.formatted(NAME) + "\n%s\n}"));
  }

  @Test
  void eachIsTriedHere() {
    assertThat(BODIES.keySet()).isEqualTo(kinds().collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("resources")
  void comesToRest(String resource) throws Exception {
    Path page = Files.createDirectories(folder.resolve("page"));
    Files.writeString(page.resolve("Dockerfile"), "FROM dvl-test/base:1\n");
    trial(Programs.in(folder), Programs.program(resource));
  }

  /** What others made carries no record on an engine, and never will. */
  @Test
  void soDoesWhatWasAdopted() throws Exception {
    Cli.run("docker", "volume", "create", NAME + "-theirs");
    String volume = "volume it {\n%s\n}\nadopt it = \"" + NAME + "-theirs\"";
    trial(Programs.in(folder), Programs.program(volume));
  }

  @Test
  void soDoesWhatIsPulled() throws Exception {
    Bench bench =
        Programs.in(folder)
            .secret("registry_password", Peers.variable("DVL_TEST_REGISTRY_PASSWORD"));
    String registry =
        "\nregistry own { address = \"%s\", username = \"%s\", password = registry_password }\n}"
            .formatted(
                Peers.variable("DVL_TEST_REGISTRY"), Peers.variable("DVL_TEST_REGISTRY_USER"));
    String image =
        "image it {\nname = \"%s/dvl/base:1\"\npull = \"missing\"\n%%s\n}"
            .formatted(Peers.variable("DVL_TEST_REGISTRY"));
    String secret = "secret registry_password = env(\"PASSWORD_OF_TESTS\")\n";
    trial(bench, Programs.on(secret + Programs.host().replace("}", registry), image));
  }

  @Test
  void whatIsOnlyLookedUpIsNotMadeAnew() throws Exception {
    String image = "image it {\nname = \"dvl-test/base:1\"\n%s\n}";
    Bench bench = Programs.in(folder);
    assertThat(codes(bench, image.formatted(""))).isEmpty();
    assertThat(codes(bench, image.formatted("replace_when = [1]"))).containsExactly("DVL7079");
  }

  private static List<String> codes(Bench bench, String declarations) throws Exception {
    return bench.planOutcome(Programs.program(declarations)).diagnostics().stream()
        .map(it -> it.code().id())
        .toList();
  }

  private static void trial(Bench bench, String program) throws Exception {
    try {
      new Triggered(bench, Address.of("it"), program).comesToRest();
    } finally {
      bench.apply(bench.planDestroy(program.formatted("")));
    }
  }
}
