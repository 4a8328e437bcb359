package dev.dvl.cli.session;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The Docker engine that {@code DVL_TEST_DOCKER} names, seen through Docker's own command line.
 * Where there is none a test is skipped, and fails on a build server.
 */
public record Engine(String endpoint) {
  private static final SortedMap<String, List<String>> LISTS =
      new TreeMap<>(
          Map.of(
              "container", List.of("docker", "container", "ls", "--all"),
              "image", List.of("docker", "image", "ls", "--all"),
              "network", List.of("docker", "network", "ls"),
              "volume", List.of("docker", "volume", "ls")));

  public static Engine ofTests() {
    Optional<String> value =
        Optional.ofNullable(System.getenv("DVL_TEST_DOCKER")).filter(it -> !it.isEmpty());
    if (value.isPresent()) {
      return new Engine(value.get());
    }
    if ("true".equals(System.getenv("CI"))) {
      throw new IllegalStateException(
          "DVL_TEST_DOCKER is not set; start the peers with testing/peers");
    }
    return abort("SKIPPED: DVL_TEST_DOCKER is not set; see testing/README.md");
  }

  /** The ids of what a stack has made, by kind; others may be at work on the same engine. */
  SortedMap<String, List<String>> madeBy(String stack) throws IOException, InterruptedException {
    SortedMap<String, List<String>> made = new TreeMap<>();
    for (String kind : LISTS.keySet()) {
      String label = "label=dvl." + kind + ".stack=" + stack;
      made.put(kind, list(kind, "--quiet", "--filter", label));
    }
    return made;
  }

  private List<String> list(String kind, String... options)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(LISTS.getOrDefault(kind, List.of()));
    words.addAll(Arrays.asList(options));
    return docker(words).lines().distinct().sorted().toList();
  }

  /** What a command of Docker's own, in the engine's own client, says; it must go well. */
  public String docker(List<String> words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(words);
    command.set(0, Optional.ofNullable(System.getenv("DVL_TEST_DOCKER_CLIENT")).orElse("docker"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("DOCKER_HOST", endpoint);
    builder.environment().put("DOCKER_BUILDKIT", "0");
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", words) + ": " + out);
    }
    return out;
  }
}
