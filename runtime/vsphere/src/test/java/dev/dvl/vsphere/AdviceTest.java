package dev.dvl.vsphere;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.contract.Bench;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.StackFile;
import dev.dvl.stdlib.StandardKinds;
import dev.dvl.vsphere.lab.VCenter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a note about a vCenter tells to write helps: with it nothing is wrong any more. */
@Tag("vcenter")
class AdviceTest {
  /** An attribute, a block or an object in backticks. */
  private static final Pattern CODE = Pattern.compile("`((?:[a-z_]+ = |[a-z_]+ \\{ |\\{ )[^`]+)`");

  private static final Pattern IN_SOURCE =
      Pattern.compile("(?:`|: )(?:[a-z_]+ = (?:\\\\\"|\\[|[a-z])|[a-z_]+ \\{ |\\{ [a-z_]+ = )");

  /** How many notes of each class have code in them; each is tried here. */
  private static final Map<String, Integer> TRIED =
      Map.of("GuestFindings", 1, "TagFindings", 1, "VmFindings", 1);

  @TempDir Path folder;

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
    assertThat(found).isEqualTo(new TreeMap<>(TRIED));
  }

  @Test
  void whatIsTooLargeForTheMachineIsCompressed() throws Exception {
    String comment = "# nothing but a long comment, over and over again\\n".repeat(960);
    assertHelps(
        """
        vm it on lab {
          guest_id = "otherGuest"
          power    = "off"
          guest { user = "ops", ssh_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGZyb20gYSB0ZXN0IG9mIGFkdmljZSwgbm8ga2V5 it" }
          cloud_init {
            user_data = "#cloud-config\\n%s"
            HERE[compress = false]ERE
          }
        }
        """
            .formatted(comment),
        "becomes smaller");
  }

  @Test
  void aDiskThatDoesNotFitTakesItsSpaceLater() throws Exception {
    assertHelps(
        """
        vm it on lab {
          guest_id = "otherGuest"
          power    = "off"
          disk data { size = 60TiB, HERE[provisioning = "eager"]ERE }
        }
        """,
        "take their space");
  }

  @Test
  void aCategoryAllowsSeveralTags() throws Exception {
    assertHelps(
        """
        tag_category tier on lab { name = "tier", HERE[cardinality = "single"]ERE }
        tag one on lab { name = "one", category = tier }
        tag two on lab { name = "two", category = tier }
        folder it on lab { name = "it", tags = [one, two] }
        """,
        "allows several");
  }

  /**
   * What the note that has {@code words} in it tells to write goes where {@code HERE} stands, in
   * place of what is between brackets there.
   */
  private void assertHelps(String declarations, String words) throws Exception {
    try (VCenter vcenter = VCenter.with("{\"vms\": 1}")) {
      Bench bench =
          new Bench(
                  StandardKinds.load(),
                  new VSphereProvider(),
                  new Stack(StackFile.fresh(), "advice"),
                  folder)
              .secret("vc_password", vcenter.password());
      String program = header(vcenter) + declarations;
      List<String> told =
          errors(bench, program.replaceAll("HERE\\[(.*?)]ERE", "$1"))
              .flatMap(it -> it.notes().stream())
              .filter(it -> it.contains(words))
              .toList();
      assertThat(told).hasSize(1);
      Matcher code = CODE.matcher(told.getFirst());
      assertThat(code.find()).as(told.getFirst()).isTrue();
      String helped = program.replaceAll("HERE\\[.*?]ERE", Matcher.quoteReplacement(code.group(1)));
      assertThat(errors(bench, helped)).isEmpty();
      bench.applied(helped);
      assertThat(bench.plan(helped).changes()).isEmpty();
    }
  }

  private static Stream<Diagnostic> errors(Bench bench, String program) throws IOException {
    return bench.planOutcome(program).diagnostics().stream().filter(Diagnostic::isError);
  }

  private static String header(VCenter vcenter) {
    return """
    module advice { edition = 2026 }
    secret vc_password
    host lab: vsphere {
    %s  cluster = "DC0_C0"
    }
    """
        .formatted(vcenter.settings());
  }
}
