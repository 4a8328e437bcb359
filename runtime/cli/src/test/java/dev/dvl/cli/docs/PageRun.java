package dev.dvl.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/** Runs the blocks of one page, one after the other, in one copy of the project. */
final class PageRun {
  private static final boolean WRITE = "write".equals(System.getProperty("dvl.goldens"));

  private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"(DVL\\d{4})\"");

  private static final Pattern OURS = Pattern.compile("(\\./dvl|export) .*");

  private static final Pattern STARTS_CHANGES = Pattern.compile("\\./dvl (apply|destroy)\\b.*");

  private static final Pattern MEETS_PLATFORM =
      Pattern.compile("\\./dvl (plan|apply|destroy|show|output|graph)\\b.*");

  private final Page page;
  private final Project project;
  private final List<Stand> stands = new ArrayList<>();
  private final SortedMap<Integer, Page.Replacement> replacements = new TreeMap<>();

  PageRun(Page page, Project project) {
    this.page = page;
    this.project = project;
  }

  /** A test for each block; the last one writes the page anew where that was asked for. */
  List<DynamicTest> tests() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Fence fence : page.fences()) {
      tests.add(
          DynamicTest.dynamicTest(
              "line " + fence.line() + " " + fence.info(), page.file().toUri(), () -> run(fence)));
    }
    if (page.fences().stream().anyMatch(it -> it.is("part"))) {
      tests.add(DynamicTest.dynamicTest("parts", this::checkParts));
    }
    if (Stand.isWanted(page)) {
      tests.add(DynamicTest.dynamicTest("close", this::close));
    }
    if (WRITE) {
      tests.add(DynamicTest.dynamicTest("write", () -> page.rewrite(replacements)));
    }
    return tests;
  }

  private void run(Fence fence) throws IOException {
    if (fence.file().isPresent()) {
      String body = Stand.isWanted(page) ? stand().here(fence.body()) : fence.body();
      project.write(fence.file().get(), body);
    }
    switch (fence.language()) {
      case "dvl" -> runProgram(fence);
      case "console" -> runConsole(fence);
      case "json" -> readJson(fence.body());
      case "text" -> assertThat(fence.info()).containsExactly("text");
      case "yaml", "dockerfile", "sh" -> assertThat(fence.file()).as("file=").isPresent();
      case String other -> fail("a block of %s is not run by any test", other);
    }
  }

  private void runProgram(Fence fence) throws IOException {
    if (fence.fails().isEmpty()) {
      if (!fence.is("part")) {
        assertThat(codesOf(fence)).isEmpty();
      }
      return;
    }
    List<String> codes = codes(fence.body());
    if (WRITE && codes.size() == 1) {
      List<String> info = List.of("dvl", "fails " + codes.getFirst());
      replacements.put(
          fence.from(), new Page.Replacement(fence, fence.written(info, fence.body())));
      return;
    }
    assertThat(codes).containsExactly(fence.fails().get());
  }

  private void checkParts() throws IOException {
    String joined =
        page.fences().stream()
            .filter(it -> it.is("part"))
            .map(Fence::body)
            .collect(Collectors.joining("\n"));
    assertThat(codes(joined)).isEmpty();
  }

  /** Where a page makes the files that a program reads, it is checked beside them. */
  private List<String> codesOf(Fence fence) throws IOException {
    return Stand.isWanted(page) && fence.file().isPresent()
        ? codes(fence.file().get(), fence.body())
        : codes(fence.body());
  }

  /** The codes of all diagnostics of a program, in the order they are given. */
  private List<String> codes(String program) throws IOException {
    project.write("check/program.dvl", program);
    return codes("check/program.dvl", program);
  }

  private List<String> codes(String file, String program) throws IOException {
    Project.Ran ran = project.here("check", "--json", file);
    List<String> codes =
        CODE.matcher(ran.output()).results().map(it -> it.group(1)).distinct().toList();
    assertThat(ran.exit()).as("%s\n%s", program, ran.output()).isIn(0, 3);
    assertThat(ran.exit() == 0).as("%s\n%s", program, ran.output()).isEqualTo(codes.isEmpty());
    return codes;
  }

  private void runConsole(Fence fence) throws IOException {
    Transcript expected = Transcript.read(fence.body());
    if (Stand.isWanted(fence)) {
      compare(fence, expected, stand().again(expected, project));
      return;
    }
    boolean docker = fence.is("docker");
    if (docker) {
      Assumptions.assumeTrue(Project.engine().isPresent(), "there is no engine for tests");
    }
    if (expected.isSilent()) {
      runSilent(expected, docker);
      return;
    }
    compare(fence, expected, expected.again(project, environment(docker)));
  }

  /** What stands in for the peers of the page, the same for all its blocks. */
  private Stand stand() throws IOException {
    if (stands.isEmpty()) {
      stands.add(Stand.of(page, project));
    }
    return stands.getFirst();
  }

  private void close() throws IOException {
    for (Stand stand : stands) {
      stand.close();
    }
  }

  private void compare(Fence fence, Transcript expected, Transcript actual) {
    if (expected.matches(actual)) {
      return;
    }
    if (WRITE) {
      String text = fence.written(fence.info(), actual.toString());
      replacements.put(fence.from(), new Page.Replacement(fence, text));
      return;
    }
    assertThat(actual.toString()).isEqualTo(expected.toString());
  }

  /** What is only named runs on the sandbox, and without asking; what is not dvl is left out. */
  private void runSilent(Transcript named, boolean docker) throws IOException {
    StringBuilder script = new StringBuilder("set -e\n");
    for (Transcript.Step step : named.steps()) {
      if (OURS.matcher(step.command()).matches()) {
        script.append(step.command()).append(flags(step.command(), docker)).append('\n');
      }
    }
    Project.Ran ran = project.run(environment(docker), List.of("bash", "-c", script.toString()));
    assertThat(ran.exit()).as("%s\n%s", script, ran.output()).isZero();
  }

  private static String flags(String command, boolean docker) {
    boolean sandbox = !docker && MEETS_PLATFORM.matcher(command).matches();
    boolean asks = STARTS_CHANGES.matcher(command).matches();
    return (sandbox && !command.contains("--sandbox") ? " --sandbox" : "")
        + (asks && !command.contains("--yes") ? " --yes" : "");
  }

  private static Map<String, String> environment(boolean docker) {
    return docker
        ? Map.of("DOCKER_HOST", Project.engine().orElseThrow())
        : Map.of("VSPHERE_PASSWORD", "the sandbox asks nobody");
  }

  private static void readJson(String text) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      while (parser.nextToken() != null) {
        assertThat(parser.currentTokenLocation()).isNotNull();
      }
    }
  }
}
