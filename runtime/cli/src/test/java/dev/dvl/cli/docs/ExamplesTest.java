package dev.dvl.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each folder under {@code examples} goes up, is there as written, and comes down again. */
class ExamplesTest {
  private static final String VSPHERE = "vsphere-";

  /** Containers in machines take both platforms at once: {@code MachineExamplesTest} runs them. */
  private static final Set<String> IN_MACHINES = Set.of("shop", "docker-in-vm", "dev-box");

  /** A command that reads or changes what a program has made. */
  private static final Pattern RUN =
      Pattern.compile("\\$ \\./dvl (plan|apply|output|drift|destroy) ");

  private static final String PASSWORD = "a-word-that-no-output-may-show";

  /** The secrets of all examples. */
  private static final Map<String, String> SECRETS =
      Map.of("SHOP_DB_PASSWORD", PASSWORD, "VSPHERE_PASSWORD", PASSWORD);

  @TestFactory
  Stream<DynamicTest> eachIsDescribed() {
    return names()
        .map(
            name -> {
              Path readme = Project.ROOT.resolve("examples").resolve(name).resolve("README.md");
              return DynamicTest.dynamicTest(name, () -> assertThat(readme).exists());
            });
  }

  /** What was made there is nowhere else. */
  @TestFactory
  Stream<DynamicTest> whoBeginsOnTheSandboxStaysThere() {
    return names().map(name -> DynamicTest.dynamicTest(name, () -> assertStays(name)));
  }

  private static void assertStays(String name) throws IOException {
    String readme =
        Files.readString(Project.ROOT.resolve("examples").resolve(name).resolve("README.md"));
    for (String block : readme.split("```", -1)) {
      List<String> runs = block.lines().filter(line -> RUN.matcher(line).lookingAt()).toList();
      if (runs.stream().anyMatch(line -> line.contains("--sandbox"))) {
        assertThat(runs).allMatch(line -> line.contains("--sandbox"));
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> eachRunsOnTheSandbox(@TempDir Path temp) throws IOException {
    Project project = Project.in(temp);
    return names()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> upAndDown(new Example(project, name, SECRETS, List.of("--sandbox")))));
  }

  /** Where an example has snapshots, they are there and true. */
  @TestFactory
  Stream<DynamicTest> eachPassesItsOwnTests(@TempDir Path temp) throws IOException {
    Project project = Project.in(temp);
    return names()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> {
                      new Example(project, name, SECRETS, List.of()).prepare();
                      Project.Ran ran = project.here("test", "examples/" + name);
                      assertThat(ran.exit()).as(ran.output()).isZero();
                      assertThat(ran.output()).doesNotContain("written:");
                    }));
  }

  @TestFactory
  Stream<DynamicTest> eachRunsOnDocker(@TempDir Path temp) throws IOException {
    Project project = Project.in(temp);
    return names()
        .filter(name -> !name.startsWith(VSPHERE) && !IN_MACHINES.contains(name))
        .map(name -> DynamicTest.dynamicTest(name, () -> upAndDown(onEngine(project, name))));
  }

  @TestFactory
  Stream<DynamicTest> eachRunsOnVSphere(@TempDir Path temp) throws IOException {
    Project project = Project.in(temp);
    return names()
        .filter(name -> name.startsWith(VSPHERE))
        .map(name -> DynamicTest.dynamicTest(name, () -> upAndDown(onVCenter(project, name))));
  }

  /** The certificate of the test vCenter is of an authority of its own. */
  private static Example onVCenter(Project project, String name) {
    String server = System.getenv("DVL_TEST_VCENTER");
    Assumptions.assumeTrue(server != null, "there is no vCenter for tests");
    Map<String, String> environment =
        Map.of(
            "VSPHERE_SERVER",
            URI.create(server).getAuthority(),
            "VSPHERE_USER",
            System.getenv("DVL_TEST_VCENTER_USER"),
            "VSPHERE_PASSWORD",
            System.getenv("DVL_TEST_VCENTER_PASSWORD"));
    List<String> options = List.of("--param", "ca=" + System.getenv("DVL_TEST_VCENTER_CA"));
    return new Example(project, name, environment, options);
  }

  private static Example onEngine(Project project, String name) throws IOException {
    Assumptions.assumeTrue(Project.engine().isPresent(), "there is no engine for tests");
    Map<String, String> environment =
        Map.of("SHOP_DB_PASSWORD", PASSWORD, "DOCKER_HOST", Project.engine().orElseThrow());
    return new Example(project, name, environment, List.of("--param", "port=" + freePort()));
  }

  private static void upAndDown(Example example) throws IOException {
    example.prepare();
    example.gives(0, "check");
    example.gives(2, "plan", "--detailed-exitcode");
    try {
      example.gives(0, "apply", "--yes");
      example.gives(0, "plan", "--detailed-exitcode");
      example.gives(0, "output");
    } finally {
      example.gives(0, "destroy", "--yes");
    }
    example.gives(2, "plan", "--detailed-exitcode");
  }

  /** One of the examples in a copy of the project, and how it is run. */
  private record Example(
      Project project, String name, Map<String, String> environment, List<String> options) {

    /** What an example needs besides its program is made by a script of that name. */
    void prepare() throws IOException {
      String script = "examples/" + name + "/prepare";
      if (Files.exists(Project.ROOT.resolve(script))) {
        Project.Ran ran = project.run(Map.of(), List.of(script));
        assertThat(ran.exit()).as(ran.output()).isZero();
      }
    }

    void gives(int exit, String command, String... more) throws IOException {
      Stream<String> given = command.equals("check") ? Stream.of() : options.stream();
      List<String> line =
          Stream.of(Stream.of("./dvl", command, "examples/" + name), given, Stream.of(more))
              .flatMap(it -> it)
              .toList();
      Project.Ran ran = project.run(environment, line);
      assertThat(ran.exit()).as("%s\n%s", String.join(" ", line), ran.output()).isEqualTo(exit);
      assertThat(ran.output()).doesNotContain(PASSWORD);
    }
  }

  private static Stream<String> names() {
    try (Stream<Path> folders = Files.list(Project.ROOT.resolve("examples"))) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
