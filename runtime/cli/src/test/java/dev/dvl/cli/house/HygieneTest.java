package dev.dvl.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the rules for files: size, what a package and a public type must say, what is left over.
 */
class HygieneTest {

  private static final SourceTree TREE = SourceTree.here();

  private static final int MOST_LINES = 600;

  /** In pieces, so that this file does not hold what it looks for. */
  private static final Pattern LEFTOVER =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK|WI" + "P)\\b");

  private static final Pattern SILENT_SKIP = Pattern.compile("@" + "Disabled(?!\\(\\s*\")");

  private static final Pattern CODE = Pattern.compile("DVL\\d{4}");

  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "public (?:(?:abstract|final|sealed|non-sealed)"
              + " )*(?:class|interface|record|enum|@interface) .*");

  /** Three arms in a row that look at nothing of what they match, and do the same. */
  private static final Pattern ONE_ARM_IN_MANY =
      Pattern.compile(
          "(?:case [\\w.]+ (?:ignored|_) -> (.*)\\R *+)(?:case [\\w.]+ (?:ignored|_) -> \\1\\R"
              + " *+){2}");

  /** A decision: {@code docs/adr/0012-records-of-kinds.md}. */
  private static final String DECISION = "docs/adr/\\d{4}-[a-z0-9-]+\\.md";

  /** A word about a decision, with its number in the text and in the name of the file. */
  private static final Pattern REFERENCE =
      Pattern.compile("\\[ADR (\\d+)]\\([^)]*?(\\d{4})-[a-z0-9-]+\\.md\\)");

  /** Text that others wrote and that is kept word for word. */
  private static final Set<String> FOREIGN = Set.of("LICENSE", "mvnw");

  @Test
  void theTreeIsFound() {
    assertThat(TREE.files()).contains("pom.xml");
  }

  @Test
  void noSourceFileIsTooLong() {
    assertThat(TREE.matching(".*\\.(java|g4|dvl|bash|sh|py|js|ts)").filter(HygieneTest::isCode))
        .allSatisfy(
            file -> assertThat(TREE.lines(file)).as(file).hasSizeLessThanOrEqualTo(MOST_LINES));
  }

  @Test
  void everyPackageIsDescribedAndNullMarked() {
    Set<String> packages =
        TREE.matching(".*/src/(main|test)/java/.*\\.java")
            .map(file -> file.substring(0, file.lastIndexOf('/')))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(packages)
        .allSatisfy(
            folder -> {
              String info = folder + "/package-info.java";
              assertThat(TREE.has(info)).as(info).isTrue();
              assertThat(TREE.text(info)).as(info).contains("/**", "@NullMarked");
            });
  }

  @Test
  void everyPublicTypeHasJavadoc() {
    assertThat(TREE.mainJava().filter(file -> !documented(TREE.lines(file)))).isEmpty();
  }

  @Test
  void noTestIsSkippedWithoutAReason() {
    assertThat(places(TREE.matching(".*\\.java"), SILENT_SKIP)).isEmpty();
  }

  @Test
  void armsThatDoTheSameAreOneArm() {
    assertThat(
            TREE.matching(".*\\.java")
                .filter(file -> ONE_ARM_IN_MANY.matcher(TREE.text(file)).find()))
        .isEmpty();
  }

  @Test
  void nothingIsLeftForLater() {
    Stream<String> ours =
        TREE.matching("(.*/)?([^/.]+|.*\\.(java|g4|dvl|xml|md|bash|sh|py|js|ts|json|ya?ml))")
            .filter(file -> !FOREIGN.contains(file));
    assertThat(places(ours, LEFTOVER)).isEmpty();
  }

  @Test
  void noGeneratedFileIsTracked() {
    assertThat(TREE.matching("(.*/)?(target|generated-sources|\\.dvl|node_modules)/.*")).isEmpty();
    assertThat(TREE.matching(".*\\.(class|jar|aot|interp|tokens)")).isEmpty();
    assertThat(TREE.mainJava().filter(file -> TREE.text(file).startsWith("// Generated from")))
        .isEmpty();
  }

  @Test
  void everyDiagnosticHasItsPageAndEveryPageItsDiagnostic() {
    Set<String> codes =
        Stream.concat(TREE.mainJava(), TREE.matching("stdlib/kinds/.*"))
            .flatMap(file -> CODE.matcher(TREE.text(file)).results())
            .map(MatchResult::group)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> pages =
        TREE.matching("docs/diagnostics/DVL\\d{4}\\.md")
            .map(file -> file.substring("docs/diagnostics/".length(), file.length() - 3))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(pages).as("pages under docs/diagnostics, and the codes in use").isEqualTo(codes);
  }

  @Test
  void everyDecisionHasANumberOfItsOwn() {
    List<String> decisions = TREE.matching(DECISION).sorted().toList();
    assertThat(decisions).isNotEmpty();
    for (int i = 0; i < decisions.size(); i++) {
      String file = decisions.get(i);
      assertThat(file).startsWith("docs/adr/%04d-".formatted(i + 1));
      assertThat(TREE.lines(file).getFirst()).as(file).startsWith("# " + (i + 1) + ". ");
    }
  }

  @Test
  void whatIsSaidOfADecisionNamesItsNumber() {
    assertThat(
            TREE.matching(".*\\.md")
                .flatMap(file -> REFERENCE.matcher(TREE.text(file)).results())
                .filter(it -> Integer.parseInt(it.group(1)) != Integer.parseInt(it.group(2)))
                .map(MatchResult::group))
        .isEmpty();
  }

  /** Corpora of tests may be as long as they like. */
  private static boolean isCode(String file) {
    return !file.contains("/src/test/resources/");
  }

  private static boolean documented(List<String> lines) {
    return IntStream.range(0, lines.size())
        .filter(line -> PUBLIC_TYPE.matcher(lines.get(line)).matches())
        .allMatch(line -> commentEndsAbove(lines, line));
  }

  private static boolean commentEndsAbove(List<String> lines, int line) {
    int above = line - 1;
    while (above >= 0 && annotation(lines.get(above))) {
      above--;
    }
    return above >= 0 && (lines.get(above).endsWith("*/") || lines.get(above).startsWith("///"));
  }

  /** An annotation, or the rest of one that spans lines. */
  private static boolean annotation(String line) {
    return line.startsWith("@") || line.startsWith("  ") || line.startsWith("}");
  }

  private static List<String> places(Stream<String> files, Pattern pattern) {
    return files
        .flatMap(
            file -> {
              List<String> lines = TREE.lines(file);
              return IntStream.range(0, lines.size())
                  .filter(line -> pattern.matcher(lines.get(line)).find())
                  .mapToObj(line -> file + ":" + (line + 1));
            })
        .toList();
  }
}
