package dev.dvl.docker.container.write;

import dev.dvl.docker.wire.Answer;
import dev.dvl.docker.wire.Api;
import dev.dvl.docker.wire.Call;
import dev.dvl.docker.wire.Excerpt;
import dev.dvl.docker.wire.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The last lines that a container wrote. Without a terminal the engine puts eight bytes before each
 * piece: which stream it is from, and its length in the last four.
 */
public record Logs(Api api) {
  private static final int LAST = 10;
  private static final int MOST = 1 << 20;
  private static final int HEAD = 8;

  /**
   * Nothing where the log driver cannot be read.
   *
   * @param inspected what the engine says of the container
   */
  public List<String> last(Json inspected) {
    return last(inspected.at("Id").text(), inspected.at("Config", "Tty").isTrue());
  }

  private List<String> last(String container, boolean terminal) {
    String path = "/containers/" + container + "/logs?stdout=1&stderr=1&tail=" + LAST;
    try (Answer answer = api.stream(Call.get(path))) {
      byte[] bytes = answer.body().readNBytes(MOST);
      return lines(new String(terminal ? bytes : joined(bytes), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return List.of();
    }
  }

  /**
   * The last lines of a text that have something in them, each as far as it fits into a message.
   */
  static List<String> lines(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).map(Excerpt::of).toList();
    return lines.subList(Math.max(0, lines.size() - LAST), lines.size());
  }

  /** The pieces without their heads; a letter may begin in one and end in the next. */
  static byte[] joined(byte[] framed) {
    ByteBuffer in = ByteBuffer.wrap(framed);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    while (in.remaining() > HEAD) {
      long length = Integer.toUnsignedLong(in.getInt(in.position() + HEAD / 2));
      in.position(in.position() + HEAD);
      int there = (int) Math.min(length, in.remaining());
      out.write(framed, in.position(), there);
      in.position(in.position() + there);
    }
    return out.toByteArray();
  }
}
