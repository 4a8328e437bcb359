package dev.dvl.cli.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a terminal would obey is shown, however it is cut into pieces. */
class ShownTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "plain text\\n, plain text\\n",
        "a\\tb\\r\\nc, a\\tb\\nc",
        "ESC[31mred ESC[0m, ESC[31mred ESC[0m",
        "ESC[2Jgone, \\u{1b}[2Jgone",
        "ESC]0;titleBEL, \\u{1b}]0;title\\u{7}",
        "back\\rover, back\\u{d}over",
        "ä€𝄞, ä€𝄞",
        "cut off ESC[31, cut off \\u{1b}[31",
      })
  void aTerminalObeysColoursOnly(String written, String shown) throws IOException {
    String text = real(written);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int size = 1; size <= bytes.length; size++) {
      assertThat(shown(bytes, size)).as("pieces of %d", size).isEqualTo(real(shown));
    }
  }

  @Test
  void whatIsNoTextIsMarked() throws IOException {
    byte[] bytes = {'a', (byte) 0xff, 'b'};
    assertThat(shown(bytes, 3)).isEqualTo("a\ufffdb");
  }

  private static String real(String text) {
    return text.replace("\\n", "\n")
        .replace("\\r", "\r")
        .replace("\\t", "\t")
        .replace("ESC", "\u001b")
        .replace("BEL", "\u0007");
  }

  private static String shown(byte[] bytes, int size) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Shown shown = new Shown(out)) {
      for (int at = 0; at < bytes.length; at += size) {
        shown.write(bytes, at, Math.min(size, bytes.length - at));
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
