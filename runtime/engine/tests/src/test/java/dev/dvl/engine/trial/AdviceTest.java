package dev.dvl.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.contract.Bench;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.Plan;
import dev.dvl.sandbox.SandboxObject;
import dev.dvl.sandbox.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A line that a note tells to write helps: with it the note is gone, and nothing is wrong. */
class AdviceTest {
  private static final String HOST = "module shop { edition = 2026 }\nhost engine: docker {}\n";

  private static final String LAB =
      """
      module shop { edition = 2026 }
      host lab: vsphere { server = "vc", user = "u", password = "p" }
      """;

  /** A line of the program behind a colon. */
  private static final Pattern LINE = Pattern.compile(": ((?:adopt|moved|forget) \\S.*)$");

  /** The same in the engine's own text, where names are put in later. */
  private static final Pattern IN_SOURCE = Pattern.compile(": (?:adopt|moved|forget) ");

  /** How many notes each class has that name a line; each of them has a test here. */
  private static final Map<String, Integer> TRIED =
      Map.of(
          "Adopted", 1,
          "Adoptions", 2,
          "Identity", 1,
          "LeftHosts", 1,
          "Loss", 3,
          "Renames", 1,
          "Strangers", 1,
          "Strays", 1);

  @TempDir Path folder;

  private Bench bench() {
    return Sandboxes.in(folder);
  }

  @Test
  void everyNoteThatNamesALineIsTried() throws IOException {
    Map<String, Integer> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Path.of("../src/main/java"))) {
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
    assertThat(found).isEqualTo(new TreeMap<>(TRIED));
  }

  @Test
  void aStrangerIsAdopted() throws IOException {
    store().put(SandboxObject.foreign(new Ref("volume", "old", "legacy"), Map.of()));
    String program = HOST + "volume c { name = \"legacy\" }\n";
    helps(bench(), program, "To take it over", program);
  }

  @Test
  void whatOthersMadeIsLeftToThem() throws IOException {
    store().put(SandboxObject.foreign(new Ref("volume", "old", "legacy"), Map.of()));
    String program = HOST + "volume c { name = \"legacy\" }\nadopt c = \"legacy\"\n";
    bench().applied(program);
    List<String> told =
        bench().destroyOutcome(program).diagnostics().stream()
            .flatMap(it -> it.notes().stream())
            .toList();
    String line = line(told, "To leave it to those who made it");
    assertThat(bench().destroyOutcome(HOST + line).diagnostics()).isEmpty();
  }

  @Test
  void whatIsNamedByTheWrongLineHasMoved() throws IOException {
    bench().applied(HOST + "volume a { name = \"x\" }");
    String program = HOST + "volume b { name = \"x\" }\n";
    helps(bench(), program + "adopt b = \"x\"\n", "Where that is what has a new address", program);
  }

  @Test
  void anotherStackLetsGo() throws IOException {
    Bench theirs = bench().stack(new Stack("ffeeddccbbaa9988", "default"));
    theirs.applied(LAB + "folder a { name = \"x\" }");
    String program = LAB + "folder b { name = \"x\" }\nadopt b = \"x\"\n";
    String line = line(told(bench(), program), "That stack can let it go");
    theirs.applied(LAB + line);
    assertThat(errors(bench(), program)).isEmpty();
  }

  /** What it carries cannot be taken off it, so that no line is named. */
  @Test
  void anotherStackCannotLetGoOfWhatKeepsItsRecord() throws IOException {
    bench()
        .stack(new Stack("ffeeddccbbaa9988", "default"))
        .applied(HOST + "volume a { name = \"x\" }");
    String program = HOST + "volume b { name = \"x\" }\nadopt b = \"x\"\n";
    assertThat(told(bench(), program))
        .noneMatch(it -> LINE.matcher(it).find())
        .anyMatch(it -> it.startsWith("Its record cannot be taken off"));
  }

  @Test
  void whatOnlyThisLedgerKnowsIsWrittenAgain() throws IOException {
    bench().applied(HOST + "volume data");
    bench().applied(HOST + "volume store\nmoved data -> store");
    String moved = HOST + "volume store\n";
    helps(bench(), moved, "only this ledger knows better", moved);
    bench().applied(moved + "moved data -> store\nforget store".replace("\nforget store", ""));
  }

  @Test
  void whatIsForgottenIsForgottenAgain() throws IOException {
    bench().applied(HOST + "volume data");
    bench().applied(HOST + "forget data");
    helps(bench(), HOST, "as only this ledger knows", HOST);
  }

  @Test
  void whatWouldBeLostIsLetGoOrHasMoved() throws IOException {
    bench().applied(HOST + "volume data { driver = \"local\" }");
    helps(bench(), HOST, "To keep it as it is and nobody's", HOST);
    String other = HOST + "volume store { driver = \"other\" }\n";
    String line = line(told(bench(), other), "If the resource has another name now");
    assertThat(line).isEqualTo("moved data -> NAME\n");
    Outcome<Plan> moved = bench().planOutcome(other + line.replace("NAME", "store"));
    assertThat(moved.diagnostics()).noneMatch(it -> it.code().id().startsWith("DVL604"));
    assertThat(moved.value().changes()).hasSize(1);
  }

  @Test
  void whatHasTheAddressOfAnotherKindIsRenamed() throws IOException {
    bench().applied(HOST + "volume a");
    String line =
        line(told(bench(), HOST + "network a {}\n"), "give what is here now another name");
    assertThat(errors(bench(), HOST + "network b {}\n" + line)).isEmpty();
  }

  @Test
  void whatLooksTheSameHasMoved() throws IOException {
    bench().applied(HOST + "volume a");
    String program = HOST + "volume b\n";
    helps(bench(), program, "To keep its object", program);
  }

  @Test
  void whatStandsOnAHostThatIsGoneIsLetGo() throws IOException {
    bench().applied(HOST + "volume data");
    String program = "module shop { edition = 2026 }\n";
    helps(bench(), program, "unmanaged is let go", program);
  }

  /** With the line behind {@code program}, nobody says the same any more, and no error is left. */
  private static void helps(Bench bench, String before, String says, String program)
      throws IOException {
    String line = line(told(bench, before), says);
    String mended = program + line;
    assertThat(told(bench, mended)).noneMatch(it -> it.contains(says));
    assertThat(errors(bench, mended)).isEmpty();
  }

  private static String line(List<String> told, String says) {
    String note = told.stream().filter(it -> it.contains(says)).findFirst().orElse("");
    Matcher line = LINE.matcher(note);
    assertThat(line.find()).as("%s in %s", says, told).isTrue();
    return line.group(1) + "\n";
  }

  private static List<String> told(Bench bench, String program) throws IOException {
    Outcome<Plan> plan = bench.planOutcome(program);
    List<String> told = new ArrayList<>(plan.value().notes());
    plan.diagnostics().forEach(it -> told.addAll(it.notes()));
    return told;
  }

  private static List<Diagnostic> errors(Bench bench, String program) throws IOException {
    return bench.planOutcome(program).diagnostics().stream().filter(Diagnostic::isError).toList();
  }

  private Store store() throws IOException {
    return Store.open(folder.resolve(".dvl/sandbox/engine.objects"));
  }
}
