package dev.dvl.cli.worlds;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A message of HTTP/1.1 with its whole body.
 *
 * @param head its lines, the first one first
 * @param body without the borders of chunks
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares messages
record Message(List<String> head, byte[] body) {
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("connection", "content-length", "transfer-encoding");
  private static final int HEXADECIMAL = 16;

  static Message of(String method, String path, List<String> headers, byte[] body) {
    List<String> head = new ArrayList<>();
    head.add(method + " " + path + " HTTP/1.1");
    head.addAll(headers);
    return new Message(head, body);
  }

  static Message request(InputStream in) throws IOException {
    List<String> head = head(in);
    return new Message(head, head.isEmpty() ? new byte[0] : body(head, in));
  }

  /** An answer is over where its connection is, unless it says otherwise. */
  static Message answer(InputStream in) throws IOException {
    List<String> head = head(in);
    if (head.isEmpty()) {
      throw new EOFException("no answer");
    }
    boolean sized = header(head, "content-length").isPresent();
    boolean none = head.getFirst().matches("\\S+ (1..|204|304)\\b.*");
    byte[] body = none || sized || isChunked(head) ? body(head, in) : in.readAllBytes();
    return new Message(head, body);
  }

  String method() {
    return head.getFirst().split(" ", 3)[0];
  }

  String path() {
    return head.getFirst().split(" ", 3)[1];
  }

  int status() {
    return Integer.parseInt(head.getFirst().split(" ", 3)[1]);
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  Optional<String> header(String name) {
    return header(head, name);
  }

  /** As it is sent, on a connection that is over with it or not. */
  byte[] bytes(boolean last) {
    StringBuilder text = new StringBuilder();
    head.stream()
        .filter(it -> !OF_THE_CONNECTION.contains(name(it)))
        .forEach(it -> text.append(it).append("\r\n"));
    text.append("Connection: ").append(last ? "close" : "keep-alive");
    text.append("\r\nContent-Length: ").append(body.length).append("\r\n\r\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(body);
    return out.toByteArray();
  }

  private static Optional<String> header(List<String> head, String name) {
    return head.stream()
        .skip(1)
        .filter(it -> name(it).equals(name))
        .map(it -> it.substring(it.indexOf(':') + 1).strip())
        .findFirst();
  }

  private static String name(String line) {
    return line.substring(0, Math.max(0, line.indexOf(':'))).toLowerCase(Locale.ROOT);
  }

  private static boolean isChunked(List<String> head) {
    return header(head, "transfer-encoding").filter("chunked"::equalsIgnoreCase).isPresent();
  }

  private static List<String> head(InputStream in) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      lines.add(line);
    }
    return lines;
  }

  private static byte[] body(List<String> head, InputStream in) throws IOException {
    if (!isChunked(head)) {
      return in.readNBytes(header(head, "content-length").map(Integer::parseInt).orElse(0));
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunk(in); size > 0; size = chunk(in)) {
      body.writeBytes(in.readNBytes(size));
      line(in);
    }
    head(in);
    return body.toByteArray();
  }

  private static int chunk(InputStream in) throws IOException {
    return Integer.parseInt(line(in).split(";", 2)[0].strip(), HEXADECIMAL);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }
}
