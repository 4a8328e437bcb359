package dev.dvl.cli.streams;

import dev.dvl.cli.render.SafeText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What others wrote, made safe for a terminal: line breaks, tabs and colours stay, and everything
 * else that a terminal would obey is shown as an escape.
 */
public final class Shown extends OutputStream {
  /** SGR, ECMA-48, 8.3.117. */
  private static final Pattern COLOUR = Pattern.compile("\\u001b\\[[0-9;:]*m");

  /** What may go on as a colour, or as the end of a line. */
  private static final Pattern BEGUN = Pattern.compile("(?:\\u001b(?:\\[[0-9;:]{0,64})?|\\r)\\z");

  private final OutputStream to;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private byte[] rest = {};
  private String held = "";

  public Shown(OutputStream to) {
    this.to = to;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    String text = held + decoded(bytes, offset, length);
    Matcher begun = BEGUN.matcher(text);
    int end = begun.find() ? begun.start() : text.length();
    held = text.substring(end);
    say(text.substring(0, end));
  }

  /** A letter may begin in one piece and end in the next. */
  private String decoded(byte[] bytes, int offset, int length) {
    ByteBuffer in = ByteBuffer.allocate(rest.length + length);
    in.put(rest).put(bytes, offset, length).flip();
    CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
    decoder.reset();
    decoder.decode(in, out, false);
    rest = new byte[in.remaining()];
    in.get(rest);
    return out.flip().toString();
  }

  private void say(String text) throws IOException {
    StringBuilder safe = new StringBuilder(text.length());
    Matcher colour = COLOUR.matcher(text);
    int from = 0;
    while (colour.find()) {
      plain(text.substring(from, colour.start()), safe);
      safe.append(colour.group());
      from = colour.end();
    }
    plain(text.substring(from), safe);
    to.write(safe.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void plain(String text, StringBuilder safe) {
    String unix = text.replace("\r\n", "\n");
    int from = 0;
    for (int i = 0; i < unix.length(); i++) {
      if (unix.charAt(i) == '\n' || unix.charAt(i) == '\t') {
        safe.append(SafeText.of(unix.substring(from, i))).append(unix.charAt(i));
        from = i + 1;
      }
    }
    safe.append(SafeText.of(unix.substring(from)));
  }

  @Override
  public void flush() throws IOException {
    to.flush();
  }

  /** Says what was held back; the stream behind it stays open. */
  @Override
  public void close() throws IOException {
    say(held);
    held = "";
    flush();
  }
}
