package dev.dvl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.contract.Bench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a note about an engine tells to write helps: with it nothing is wrong any more. */
@Tag("docker")
class AdviceTest {
  /** Code in a note: an attribute, a block or an object, in backticks or behind a colon. */
  private static final Pattern CODE =
      Pattern.compile("(?:`|: )((?:[a-z_]+ = |[a-z_]+ \\{ |\\{ )[^`]+?)(?:`.*|$)");

  private static final Pattern IN_SOURCE =
      Pattern.compile("(?:`|: )(?:[a-z_]+ = (?:\\\\\"|\\[|[a-z])|[a-z_]+ \\{ |\\{ [a-z_]+ = )");

  /** How many notes of each class have code in them, and where each is tried. */
  private static final Map<String, String> TRIED =
      Map.of(
          "AddressPools", "1 here",
          "EngineFolder", "1 here",
          "Heritage", "3 here",
          "HostKeyCheck", "1 in SshTest",
          "ImagePlan", "1 here",
          "Overlays", "1 in OverlayTest");

  private final String name = "adv%08x".formatted(new Random().nextInt());
  @TempDir Path folder;
  private String last = Programs.program("");

  @Test
  void everyNoteWithCodeIsTried() throws IOException {
    Map<String, Integer> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        long count =
            Files.readAllLines(file).stream()
                .filter(line -> line.contains("\"") && !line.strip().startsWith("*"))
                .filter(line -> IN_SOURCE.matcher(line).find())
                .count();
        if (count > 0) {
          found.put(file.getFileName().toString().replace(".java", ""), (int) count);
        }
      }
    }
    Map<String, Integer> tried = new TreeMap<>();
    TRIED.forEach((type, it) -> tried.put(type, Integer.valueOf(it.replaceFirst(" .*", ""))));
    assertThat(found).isEqualTo(tried);
  }

  private Bench bench() {
    return Programs.in(folder);
  }

  @AfterEach
  void leaveNothing() throws Exception {
    Bench bench = bench().losingData();
    bench.apply(bench.planDestroy(last));
  }

  /**
   * Writes the code of the note that begins so into {@code program} where that says {@code HERE}:
   * what stood there between brackets goes.
   */
  private static String helped(Bench bench, String program, String note) throws IOException {
    String before = program.replaceAll("HERE\\[(.*?)]ERE", "$1");
    List<String> told =
        bench.planOutcome(before).diagnostics().stream()
            .filter(Diagnostic::isError)
            .flatMap(it -> it.notes().stream())
            .flatMap(String::lines)
            .toList();
    String advice =
        told.stream().filter(it -> it.contains(note)).findFirst().orElseThrow(() -> lacks(told));
    Matcher code = CODE.matcher(advice);
    assertThat(code.find()).as(advice).isTrue();
    return program.replaceAll("HERE\\[.*?]ERE", Matcher.quoteReplacement(code.group(1)));
  }

  private static AssertionError lacks(List<String> told) {
    return new AssertionError("there is no such note among " + told);
  }

  private static void assertHelps(Bench bench, String program, String note) throws IOException {
    String after = helped(bench, program, note);
    assertThat(bench.planOutcome(after).diagnostics().stream().filter(Diagnostic::isError))
        .as(after)
        .isEmpty();
  }

  @Test
  void anImageThatIsNotThereIsPulled() throws Exception {
    String image = Peers.variable("DVL_TEST_REGISTRY") + "/dvl/web:1";
    Cli.status("docker", "image", "rm", "-f", image);
    Bench bench = bench().secret("registry_password", Peers.variable("DVL_TEST_REGISTRY_PASSWORD"));
    String host =
        Programs.host()
            .replace(
                "}",
                "\nregistry own { address = \"%s\", username = \"%s\", password = registry_password }\n}"
                    .formatted(
                        Peers.variable("DVL_TEST_REGISTRY"),
                        Peers.variable("DVL_TEST_REGISTRY_USER")));
    String program =
        Programs.on(
            "secret registry_password = env(\"PASSWORD_OF_TESTS\")\n" + host,
            "image i {\nname = \"%s\"\nHERE[]ERE\n}".formatted(image));
    assertHelps(bench, program, "dvl pulls it");
  }

  @Test
  void theEnginesOwnFolderIsMountedAsItTakesIt() throws Exception {
    assertHelps(
        bench(),
        container(
            "mounts = [{ type = \"bind\", source = \"/\", target = \"/machine\","
                + " HERE[propagation = \"rprivate\"]ERE }]"),
        "The engine takes such a mount");
  }

  @Test
  void anIpv6SubnetIsNamed() throws Exception {
    String version = Cli.run("docker", "version", "--format", "{{.Server.Version}}");
    org.junit.jupiter.api.Assumptions.assumeTrue(version.startsWith("20."), "engines from 27 give");
    assertHelps(
        bench(),
        Programs.program("network n { ipv6 = true, subnets = [HERE[]ERE] }"),
        "Name a subnet of IPv6");
  }

  @Test
  void aVolumeIsHandedOverOrBegunAnew() throws Exception {
    Bench bench = bench();
    last = container("image = \"dvl-test/keeper:1\"");
    bench.applied(last);
    String first = "image = \"dvl-test/keeper:1\"\nlabels = { a = \"b\" }\n";
    String order = "HERE[update { order = \"start_first\" }]ERE";
    assertHelps(bench, container(first + order), "let the old one stop first");
    String fresh = "update { order = \"start_first\" }\nfresh = [HERE[]ERE]";
    assertHelps(bench, freshAt(container(first + fresh)), "To begin with what its image has");
    String kept = "image = \"dvl-test/base:1\"\nmounts = [HERE[]ERE]";
    String helped = helped(bench, container(kept), "add to `mounts`");
    assertThat(bench.planOutcome(helped).diagnostics().toString())
        .as("of two that are told")
        .contains("/data1` is lost")
        .doesNotContain("/cache` is lost");
  }

  /** The line that is told stands where `fresh` stands now. */
  private static String freshAt(String program) {
    return program.replace("fresh = [HERE[]ERE]", "HERE[]ERE");
  }

  private String container(String lines) {
    String image = lines.contains("image =") ? "" : "image = \"dvl-test/base:1\"\n";
    return Programs.program(
        "container c {\nname = \"" + name + "\"\nstop_grace = 1s\n" + image + lines + "\n}");
  }
}
