package dev.dvl.cli.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Each line says whose it is, and lines of several never mix. */
class PrefixedTest {

  @Test
  void linesAreWhole() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Object lock = new Object();
    try (Prefixed one = new Prefixed("a | ", out, lock);
        Prefixed other = new Prefixed("b | ", out, lock)) {
      one.write(bytes("fi"));
      other.write(bytes("first\nlast without an end"));
      one.write(bytes("rst\n\n"));
    }
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("b | first\na | first\na | \nb | last without an end\n");
  }

  @Test
  void aLineWithoutAnEndDoesNotFillTheMemory() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Prefixed endless = new Prefixed("a | ", out, new Object())) {
      endless.write(new byte[200_000]);
      assertThat(out.size()).isGreaterThan(190_000);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
