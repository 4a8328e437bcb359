package dev.dvl.docker.write;

import dev.dvl.docker.wire.Answer;
import dev.dvl.docker.wire.Api;
import dev.dvl.docker.wire.Call;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The last lines that a container wrote. Without a terminal the engine puts eight bytes before each
 * piece: which stream it is from, and its length in the last four.
 */
record Logs(Api api) {
  private static final int LAST = 10;
  private static final int MOST = 1 << 20;

  /** Nothing where the log driver cannot be read. */
  List<String> last(String container, boolean terminal) {
    String path = "/containers/" + container + "/logs?stdout=1&stderr=1&tail=" + LAST;
    try (Answer answer = api.stream(Call.get(path))) {
      byte[] bytes = answer.body().readNBytes(MOST);
      String text = terminal ? new String(bytes, StandardCharsets.UTF_8) : pieces(bytes);
      return text.lines().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static String pieces(byte[] bytes) throws IOException {
    StringBuilder text = new StringBuilder();
    try (DataInputStream in = new DataInputStream(new java.io.ByteArrayInputStream(bytes))) {
      while (true) {
        in.readInt();
        int length = in.readInt();
        text.append(new String(in.readNBytes(length), StandardCharsets.UTF_8));
      }
    } catch (EOFException end) {
      return text.toString();
    }
  }
}
