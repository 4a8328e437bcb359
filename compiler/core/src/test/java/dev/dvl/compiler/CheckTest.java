package dev.dvl.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.lower.input.ProjectFiles;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.source.SourceMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code check} judges without parameters, and what it says that it could not judge. */
class CheckTest {
  @Test
  void aConditionOnAParameterThatIsNotGivenIsNotJudged() {
    Outcome<Compilation.Checked> checked =
        check(
            "param n: int where it < 10\nparam m: int where it < n\nparam o: int = 3 where it < n");
    assertThat(checked.diagnostics()).isEmpty();
    assertThat(checked.value().unevaluated())
        .containsExactly(
            "main.dvl:1: the condition of `n` hangs on parameters",
            "main.dvl:2: the condition of `m` hangs on parameters",
            "main.dvl:3: the condition of `o` hangs on parameters");
  }

  @Test
  void aConditionThatNeverHoldsIsRefusedWithoutAParameter() {
    assertThat(codes("param n: int where 1 > 2")).containsExactly("DVL3009");
    assertThat(codes("param n: int where mod(1, 0) == it")).containsExactly("DVL3001");
  }

  @Test
  void aLetThatNothingNamesIsComputedAsFarAsItGoes() {
    assertThat(codes("param n: int\nlet x = n / 0\nlet y = 1 / 0\nsecret s\nlet z = \"${s}\""))
        .containsExactly("DVL3001");
    assertThat(codes("param n: int\nlet x = if n > 1 then n else div(1, n)")).isEmpty();
  }

  @Test
  void aBranchThatHangsOnAParameterIsNotJudged() {
    assertThat(codes("param n: int\nlet x = if n > 1 then div(1, 0) else 2")).isEmpty();
    assertThat(codes("param n: int\nlet x = n > 1 && div(1, 0) > 2")).isEmpty();
    assertThat(codes("param n: int\nlet x = match n { 1 -> div(1, 0), else -> 2 }")).isEmpty();
    assertThat(codes("param n: int\nlet y = div(1, 0)\nlet x = if n > 1 then y else 2"))
        .containsExactly("DVL3001");
    assertThat(check("param n: int\nlet x = if n > 1 then file(\"a\") else \"\"").value())
        .extracting(Compilation.Checked::unevaluated)
        .isEqualTo(List.of("main.dvl:2: this value hangs on parameters"));
  }

  private static List<String> codes(String program) {
    return check(program).diagnostics().stream().map(Diagnostic::code).map(it -> it.id()).toList();
  }

  private static Outcome<Compilation.Checked> check(String program) {
    SourceMap sources = new SourceMap();
    sources.add("main.dvl", program);
    return Compilation.check(sources, Kinds.NONE, ProjectFiles.NONE);
  }
}
