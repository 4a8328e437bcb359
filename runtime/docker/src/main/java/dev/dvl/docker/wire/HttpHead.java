package dev.dvl.docker.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Status line and headers of an answer, header names in lower case (RFC 9112). */
record HttpHead(int status, Map<String, List<String>> headers) {
  private static final int MAX_LINE = 64 * 1024;
  private static final int MAX_LINES = 256;

  static HttpHead read(InputStream in) throws IOException {
    String[] status = line(in).split(" ", 3);
    if (status.length < 2 || !status[0].startsWith("HTTP/1.") || !status[1].matches("[0-9]{3}")) {
      throw new ProtocolError("the answer is not HTTP");
    }
    Map<String, List<String>> headers = new TreeMap<>();
    for (String line : fields(in)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers
            .computeIfAbsent(
                line.substring(0, colon).toLowerCase(Locale.ROOT), any -> new ArrayList<>())
            .add(line.substring(colon + 1).strip());
      }
    }
    return new HttpHead(Integer.parseInt(status[1]), headers);
  }

  /** The lines up to an empty one: headers, or the trailers of a body in chunks. */
  static List<String> fields(InputStream in) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      lines.add(line);
      if (lines.size() > MAX_LINES) {
        throw new ProtocolError("the headers of the answer have no end");
      }
    }
    return lines;
  }

  boolean says(String header, String word) {
    return headers.getOrDefault(header, List.of()).stream()
        .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(word));
  }

  /** The declared length of the body, or -1. */
  long length() throws IOException {
    List<String> values = headers.getOrDefault("content-length", List.of());
    try {
      return values.isEmpty() ? -1 : counted(values.getFirst(), 10);
    } catch (NumberFormatException e) {
      throw new ProtocolError("the answer's length is not a number", e);
    }
  }

  /** A number of bytes, which is never negative. */
  static long counted(String digits, int radix) {
    long number = Long.parseLong(digits, radix);
    if (number < 0) {
      throw new NumberFormatException(digits);
    }
    return number;
  }

  /** One line without its end. */
  static String line(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder(64);
    while (text.length() < MAX_LINE) {
      int one = in.read();
      if (one < 0) {
        throw new EOFException("the engine closed the connection");
      }
      if (one == '\n') {
        int end = text.length();
        return end > 0 && text.charAt(end - 1) == '\r'
            ? text.substring(0, end - 1)
            : text.toString();
      }
      text.append((char) one);
    }
    throw new ProtocolError("a header line of the answer has no end");
  }
}
