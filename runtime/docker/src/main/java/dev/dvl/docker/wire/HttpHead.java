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

  static HttpHead read(InputStream in) throws IOException {
    String[] status = line(in).split(" ", 3);
    if (status.length < 2 || !status[0].startsWith("HTTP/1.") || !status[1].matches("[0-9]{3}")) {
      throw new IOException("the answer is not HTTP");
    }
    Map<String, List<String>> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
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

  boolean says(String header, String word) {
    return headers.getOrDefault(header, List.of()).stream()
        .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(word));
  }

  /** The declared length of the body, or -1. */
  long length() throws IOException {
    List<String> values = headers.getOrDefault("content-length", List.of());
    try {
      return values.isEmpty() ? -1 : Long.parseLong(values.getFirst());
    } catch (NumberFormatException e) {
      throw new IOException("the answer's length is not a number", e);
    }
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
    throw new IOException("a header line of the answer has no end");
  }
}
