package dev.dvl.compiler.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dvl.compiler.parse.BrokenTokens;
import dev.dvl.compiler.source.SourceMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is formatted stays as it is when it is formatted again, whatever token of it is broken. */
class BrokenFormatTest {
  /** Formatting twice takes long enough to break one token in some. */
  private static final int SAMPLED = 11;

  @TestFactory
  Stream<DynamicTest> twiceIsOnce() throws IOException {
    return BrokenTokens.programs().stream()
        .map(file -> DynamicTest.dynamicTest(file.toString(), () -> check(file)));
  }

  /** Once the brace stood on a line of its own, it was seen to be what the loop goes on with. */
  @Test
  void aLookThatSeesMoreIsTaken() {
    check("for a, b in , {\n  web c { d = 1 }\n}\n");
  }

  private static void check(Path file) throws IOException {
    BrokenTokens.in(Files.readString(file), SAMPLED).forEach(broken -> check(broken.text()));
  }

  private static void check(String text) {
    String once = format(text);
    assertThat(format(once)).as(text).isEqualTo(once);
  }

  private static String format(String text) {
    return Formatter.format(new SourceMap().add("it.dvl", text)).value();
  }
}
