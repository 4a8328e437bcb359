package dev.dvl.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A flattened record is equal to what it was equal to, and asks no bootstrap for it. */
class RecordMethodsTest {

  /** Components of every type. */
  public record Sample(
      boolean truth,
      byte small,
      char letter,
      short low,
      int number,
      long large,
      float rough,
      double fine,
      @Nullable Object thing,
      List<String> names) {}

  private static final List<List<@Nullable Object>> VALUES =
      List.of(
          values(true, 1, 0.0, "a"),
          values(true, 1, 0.0, "a"),
          values(true, 1, -0.0, "a"),
          values(true, 1, Double.NaN, "a"),
          values(true, 1, Double.NaN, "a"),
          values(false, 1, 0.0, "a"),
          values(true, 2, 0.0, "a"),
          values(true, 1, 0.0, "b"),
          values(true, 1, 0.0, null));

  private static List<@Nullable Object> values(
      boolean truth, int number, double fine, @Nullable Object thing) {
    return Arrays.asList(
        truth,
        (byte) number,
        'x',
        (short) number,
        number,
        (long) number,
        (float) fine,
        fine,
        thing,
        List.of("n"));
  }

  @Test
  void answersAsTheCompiledRecord() throws ReflectiveOperationException {
    String name = Sample.class.getName();
    Class<?> flat = new Anew(name, flattened()).loadClass(name);
    for (List<@Nullable Object> one : VALUES) {
      Object compiled = made(Sample.class, one);
      Object changed = made(flat, one);
      assertThat(changed.hashCode()).as("%s", one).isEqualTo(compiled.hashCode());
      assertThat(changed).as("another class").isNotEqualTo(compiled);
      for (List<@Nullable Object> other : VALUES) {
        assertThat(changed.equals(made(flat, other)))
            .as("%s and %s", one, other)
            .isEqualTo(compiled.equals(made(Sample.class, other)));
      }
    }
  }

  @Test
  void asksNoBootstrap() {
    assertThat(Anew.dynamic(Anew.compiled(Sample.class.getName())))
        .containsExactlyInAnyOrder("equals", "hashCode", "toString");
    assertThat(Anew.dynamic(flattened())).containsExactly("toString");
  }

  private static Object made(Class<?> type, List<@Nullable Object> values)
      throws ReflectiveOperationException {
    return type.getConstructors()[0].newInstance(values.toArray());
  }

  private static byte[] flattened() {
    return RecordMethods.flatten(
        Anew.compiled(Sample.class.getName()), RecordMethodsTest.class.getClassLoader());
  }
}
