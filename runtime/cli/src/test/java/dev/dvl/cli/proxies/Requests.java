package dev.dvl.cli.proxies;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * Asks a port of this machine by HTTP 1.0: each time on a new connection, and never twice for one
 * answer.
 */
record Requests(int port) {
  private static final int LIMIT_MILLIS = 60_000;

  /** The status line and the body; an answer that is cut off before its end is an error. */
  record Answer(String status, String body) {
    int code() {
      return Integer.parseInt(status.split(" ", 3)[1]);
    }
  }

  /** The first answer of a service behind the port: the proxy may be there a little before it. */
  Answer served(String host, String path) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + Duration.ofMillis(LIMIT_MILLIS).toNanos();
    while (true) {
      Answer answer = get(host, path);
      if (answer.code() < 502 || System.nanoTime() > deadline) {
        return answer;
      }
      Thread.sleep(100);
    }
  }

  Answer get(String host, String path) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LIMIT_MILLIS);
      socket.setSoTimeout(LIMIT_MILLIS);
      String asked = "GET %s HTTP/1.0\r\nHost: %s\r\n\r\n".formatted(path, host);
      socket.getOutputStream().write(asked.getBytes(UTF_8));
      return answer(new String(socket.getInputStream().readAllBytes(), UTF_8));
    }
  }

  private static Answer answer(String text) throws IOException {
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new IOException("the answer ends in its head: " + text);
    }
    String body = text.substring(end + 4);
    for (String line : text.substring(0, end).lines().toList()) {
      if (line.matches("(?i)content-length: \\d+")
          && Integer.parseInt(line.substring(16)) != body.length()) {
        throw new IOException("the answer is cut off: " + text);
      }
    }
    return new Answer(text.lines().findFirst().orElseThrow(), body);
  }
}
