package dev.dvl.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A flattened class answers as the compiled one, and asks no bootstrap for it. */
class PatternSwitchesTest {

  /** Switches of every form that dvl uses: guards, null, texts, nested patterns. */
  public static final class Sample implements Function<Object, String> {
    /** Two of them. */
    public record Pair(Object left, Object right) {}

    @Override
    public String apply(Object value) {
      return switch (value) {
        case Integer number when number > 10 -> "large";
        case Integer number when number > 5 -> "middle";
        case Number number -> "number " + number;
        case String text -> word(text);
        case List<?> list when list.size() == 2 -> pair(new Pair(list.get(0), list.get(1)));
        case Object other -> "other";
      };
    }

    private static String pair(Pair pair) {
      return switch (pair) {
        case Pair(String left, Integer right) -> "text " + left + ", number " + right;
        case Pair(Integer left, Object right) -> "number " + left + ", any " + right;
        case Pair other -> "pair " + other.left();
      };
    }

    private static String word(String text) {
      return switch (text) {
        case "yes", "on" -> "agreed";
        case String empty when empty.isEmpty() -> "nothing";
        case String other -> "word " + other;
      };
    }
  }

  @Test
  void answersAsTheCompiledClass() throws ReflectiveOperationException {
    Function<Object, String> compiled = new Sample();
    Function<?, ?> flat = flat();
    for (Object value :
        List.of(
            11,
            6,
            5,
            2.5,
            "yes",
            "on",
            "",
            "no",
            List.of(),
            List.of("a", 1),
            List.of(1, "a"),
            List.of("a", "b"),
            'c')) {
      assertThat(apply(flat, value)).as("%s", value).isEqualTo(compiled.apply(value));
    }
  }

  @Test
  void asksNoBootstrap() {
    assertThat(Anew.dynamic(Anew.compiled(Sample.class.getName()))).contains("typeSwitch");
    assertThat(Anew.dynamic(flattened())).doesNotContain("typeSwitch");
  }

  private static byte[] flattened() {
    return PatternSwitches.flatten(
        Anew.compiled(Sample.class.getName()), PatternSwitchesTest.class.getClassLoader());
  }

  private static Function<?, ?> flat() throws ReflectiveOperationException {
    String name = Sample.class.getName();
    return (Function<?, ?>)
        new Anew(name, flattened()).loadClass(name).getConstructor().newInstance();
  }

  @SuppressWarnings("unchecked")
  private static String apply(Function<?, ?> function, Object value) {
    return ((Function<Object, String>) function).apply(value);
  }
}
