package dev.dvl.docker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Something on loopback that answers as a script says, to show what no engine of good will does.
 * Serves one call per connection.
 */
final class ScriptedEngine implements AutoCloseable {
  /** What an engine says that is there and has nothing on it. */
  static final Script PING = text("HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\n\r\nOK");

  private static final Script NOTHING = json("[]");

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Map<String, Script> scripts = new LinkedHashMap<>();
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private Optional<Script> first = Optional.empty();

  ScriptedEngine() throws IOException {
    Thread.ofVirtual().name("scripted engine").start(this::accept);
  }

  /** Writes an answer; the connection is closed behind it. */
  @FunctionalInterface
  interface Script {
    void answer(OutputStream out) throws IOException;
  }

  static Script text(String answer) {
    return out -> out.write(answer.getBytes(StandardCharsets.UTF_8));
  }

  static Script json(String body) {
    return text("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + body);
  }

  /** The same piece again and again behind a beginning, until the other side hangs up. */
  static Script endless(String beginning, String piece) {
    return out -> {
      out.write(beginning.getBytes(StandardCharsets.UTF_8));
      byte[] many = piece.repeat(1 + 32_000 / piece.length()).getBytes(StandardCharsets.UTF_8);
      while (true) {
        out.write(many);
      }
    };
  }

  /** What calls get whose path holds {@code part}; the first that was said counts. */
  ScriptedEngine on(String part, Script script) {
    scripts.putIfAbsent(part, script);
    return this;
  }

  /** What each call gets for which nothing is said, the first time that it is made. */
  ScriptedEngine atFirst(Script script) {
    first = Optional.of(script);
    return this;
  }

  /** The first lines of all calls so far for which nothing is said. */
  Set<String> asked() {
    return Set.copyOf(asked);
  }

  String endpoint() {
    return "tcp://127.0.0.1:" + server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      String request = in.readLine();
      for (String line = request; line != null && !line.isEmpty(); line = in.readLine()) {
        // The headers say nothing that a script asks for.
      }
      script(String.valueOf(request)).answer(socket.getOutputStream());
    } catch (IOException e) {
      // The other side has hung up.
    }
  }

  private Script script(String request) {
    return scripts.entrySet().stream()
        .filter(it -> request.contains(it.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(() -> asked.add(request) ? first.orElse(NOTHING) : NOTHING);
  }
}
