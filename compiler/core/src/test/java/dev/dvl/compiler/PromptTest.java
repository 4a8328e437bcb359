package dev.dvl.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.ValueText;
import dev.dvl.compiler.lower.input.Inputs;
import dev.dvl.compiler.lower.input.ProjectFiles;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.compiler.type.TypeText;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptTest {
  private static final String PROGRAM =
      """
      param count: int = 3 where it < 10
      secret password
      let squares = [for i in 0..<count: i * i]
      fn twice(x: int): int = 2 * x
      output shown = count
      """;

  private final Prompt prompt = prompt();

  private static Prompt prompt() {
    SourceMap sources = new SourceMap();
    sources.add("program.dvl", PROGRAM);
    return new Prompt(sources.files(), Kinds.NONE, Inputs.open(ProjectFiles.NONE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "twice(count) + 1 | 7 | int",
        "squares[2] | 4 | int",
        "{ a = 1 } | { a = 1 } | { a: int }",
        "password | (secret) | secret string",
        "\"a${password}\" | (secret) | secret string",
        "[1MiB] | [1MiB] | list<size>",
        "(1) | 1 | int"
      })
  void anExpressionHasAValueAndAType(String text, String value, String type) {
    Prompt.Answer answer = prompt.evaluate(text);
    assertThat(answer.diagnostics()).isEmpty();
    assertThat(ValueText.of(answer.value())).isEqualTo(value);
    assertThat(answer.type().map(TypeText::withSecrets)).contains(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cuont | DVL1001",
        "squares[9] | DVL3002",
        "count + \"a\" | DVL2020",
        "1 2 | DVL0101",
        "1, let x = 2 | DVL0101",
        "env(\"HOME\") | DVL2042",
        "len([for i in 0..<99999: [for j in 0..<99999: j]]) | DVL3005"
      })
  void aMistakeStandsInTheInput(String text, String code) {
    Prompt.Answer answer = prompt.evaluate(text);
    assertThat(answer.diagnostics()).isNotEmpty();
    Diagnostic first = answer.diagnostics().getFirst();
    assertThat(first.code().id()).isEqualTo(code);
    assertThat(answer.sources().fileOf(first.primary().orElseThrow().span()).name())
        .isEqualTo("input");
  }

  @Test
  void nothingIsNoMistake() {
    for (String text : new String[] {"", "  ", "// a comment"}) {
      Prompt.Answer answer = prompt.evaluate(text);
      assertThat(answer.diagnostics()).isEmpty();
      assertThat(answer.type()).isEmpty();
    }
  }

  @Test
  void theTypeAloneComputesNothing() {
    assertThat(prompt.type("squares[9]").type().map(TypeText::of)).contains("int");
    assertThat(prompt.type("squares[9]").diagnostics()).isEmpty();
  }

  @Test
  void whateverIsTypedIsAnswered() {
    Random random = new Random(7);
    String[] words = {
      "count", "[", "]", "(", "{", "}", "=", ",", "for", "in", "\"", "${", ".", "1"
    };
    for (int round = 0; round < 500; round++) {
      StringBuilder text = new StringBuilder();
      for (int word = random.nextInt(8); word >= 0; word--) {
        text.append(words[random.nextInt(words.length)]).append(random.nextBoolean() ? " " : "");
      }
      Prompt.Answer answer = prompt.evaluate(text.toString());
      assertThat(answer.type().isPresent() || answer.hasErrors()).as(text.toString()).isTrue();
    }
  }
}
