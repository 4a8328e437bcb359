package dev.dvl.docker.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dvl.docker.wire.ProtocolError;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Two streams in one, whole and cut off. */
class PiecesTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void eachPieceGoesToItsStream() throws Exception {
    pieces("\1\0\0\0\0\0\0\2ab\2\0\0\0\0\0\0\1!\1\0\0\0\0\0\0\0\1\0\0\0\0\0\0\1c", false).handOn();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("abc");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("!");
  }

  @Test
  void aTerminalHasOneStream() throws Exception {
    pieces("\1\0ab", true).handOn();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\1\0ab");
  }

  @Test
  void whatIsCutOffIsTold() {
    assertThatThrownBy(() -> pieces("\1\0\0", false).handOn()).isInstanceOf(EOFException.class);
    assertThatThrownBy(() -> pieces("\1\0\0\0\0\0\0\5ab", false).handOn())
        .isInstanceOf(EOFException.class);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("ab");
    assertThatThrownBy(() -> pieces("\7\0\0\0\0\0\0\1a", false).handOn())
        .isInstanceOf(ProtocolError.class);
  }

  @Test
  void aReaderThatHasGoneIsNoFaultOfTheEngine() {
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("gone");
          }
        };
    Pieces pieces = new Pieces(in("abc"), true, gone, err);
    assertThatThrownBy(pieces::handOn).isInstanceOf(Untaken.class);
  }

  private Pieces pieces(String text, boolean terminal) {
    return new Pieces(in(text), terminal, out, err);
  }

  private static ByteArrayInputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
