package dev.dvl.compiler.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.source.SourceMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every program that people read is in the form that {@code dvl fmt} gives it. */
class CanonicalTest {
  /** Inputs of other tests are as they are on purpose. */
  private static final String INPUTS = "(.*/src/test/resources|grammar/editors/test)/.*";

  @TestFactory
  Stream<DynamicTest> programs() {
    return Corpus.all().stream()
        .filter(it -> !it.name().matches(INPUTS) || it.name().endsWith("syntax/input/shop.dvl"))
        .map(it -> DynamicTest.dynamicTest(it.name(), () -> check(it.text())));
  }

  @Test
  void types() {
    check("type Service = { image: image_ref, port: port, memory: size = 256MiB }\n");
  }

  private static void check(String text) {
    assertThat(Formatter.format(new SourceMap().add("it.dvl", text)).value()).isEqualTo(text);
  }
}
