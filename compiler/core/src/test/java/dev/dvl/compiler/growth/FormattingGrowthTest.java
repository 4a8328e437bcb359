package dev.dvl.compiler.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Twice the text takes about twice the steps to format, whatever it holds. What is nested deeply is
 * left out: its lines are as long as it is deep, up to the limit of depth.
 */
class FormattingGrowthTest {
  private static final int SIZE = 500;
  private static final double MOST = 2.3;

  private static final Map<String, IntFunction<String>> TEXTS =
      Map.of(
          "items", n -> "network n { driver = \"bridge\" }\n".repeat(n),
          "attributes", n -> "a b {\n" + "  name = 1\n  longer = f(2)\n".repeat(n) + "}",
          "lists on one line", n -> "let a = [" + "[1, 2], ".repeat(n) + "3]",
          "calls on one line", n -> "let a = [" + "f(1) + f(2) + ".repeat(n) + "3]",
          "keys on one line", n -> "let a = [" + "a[0] + ".repeat(n) + "3]",
          "comments", n -> "let a = [\n" + "1, // one\n// two\n/* three */\n".repeat(n) + "]",
          "blank lines", n -> "let a = 1\n" + "\n".repeat(10 * n) + "let b = 1",
          "long texts", n -> "let a = \"\"\"\n" + "  some words\n".repeat(n) + "  \"\"\"",
          "mistakes", n -> "let a = = 1\n".repeat(n),
          "strange characters", n -> "let a = 1;\n;\n".repeat(n));

  @TestFactory
  Stream<DynamicTest> costGrowsInStep() throws ReflectiveOperationException {
    Function<String, String> formatting = formatting();
    return TEXTS.entrySet().stream()
        .map(it -> DynamicTest.dynamicTest(it.getKey(), () -> check(formatting, it.getValue())));
  }

  private static void check(Function<String, String> formatting, IntFunction<String> text) {
    assertThat(formatting.apply(text.apply(4 * SIZE))).isNotEmpty();
    double base = steps(formatting, text.apply(1));
    double once = steps(formatting, text.apply(SIZE)) - base;
    double twice = steps(formatting, text.apply(2 * SIZE)) - base;
    double more = steps(formatting, text.apply(4 * SIZE)) - base;
    assertThat(Math.max(twice / once, more / twice)).isLessThan(MOST);
  }

  private static double steps(Function<String, String> formatting, String text) {
    long before = Steps.taken();
    assertThat(formatting.apply(text)).isNotNull();
    return Steps.taken() - before;
  }

  @SuppressWarnings("unchecked")
  private static Function<String, String> formatting() throws ReflectiveOperationException {
    return (Function<String, String>)
        new CountingLoader()
            .loadClass(Formatting.class.getName())
            .getDeclaredConstructor()
            .newInstance();
  }
}
