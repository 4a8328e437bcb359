package dev.dvl.engine.key;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Bytes as SSH writes them one behind the other: numbers of four bytes, and strings behind their
 * length.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4251#section-5">RFC 4251, section 5</a>
 */
final class SshText {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  SshText raw(byte[] data) {
    try {
      out.write(data);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return this;
  }

  SshText raw(String text) {
    return raw(text.getBytes(StandardCharsets.UTF_8));
  }

  SshText number(int number) {
    return raw(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
  }

  SshText string(byte[] data) {
    return number(data.length).raw(data);
  }

  SshText string(String text) {
    return string(text.getBytes(StandardCharsets.UTF_8));
  }

  int size() {
    return bytes.size();
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }

  /**
   * Takes the string that stands next.
   *
   * @throws BufferUnderflowException where there is none as long as it says
   */
  static byte[] string(ByteBuffer from) {
    int length = from.getInt();
    if (length < 0 || length > from.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] data = new byte[length];
    from.get(data);
    return data;
  }
}
