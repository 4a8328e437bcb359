package dev.dvl.packaging;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** Serves {@link StandInAnswers} over a unix socket, as a Docker engine serves its API. */
final class StandInEngine implements Closeable {
  private final ServerSocketChannel server;
  private final StandInAnswers answers = new StandInAnswers();

  private StandInEngine(ServerSocketChannel server) {
    this.server = server;
  }

  static StandInEngine at(Path socket) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    StandInEngine engine = new StandInEngine(server);
    Thread.ofVirtual().name("stand-in engine").start(engine::accept);
    return engine;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    try {
      while (true) {
        SocketChannel channel = server.accept();
        Thread.ofVirtual().start(() -> serve(channel));
      }
    } catch (IOException e) {
      // It was closed.
    }
  }

  /** Nothing ever happens on it: a stream of events stays open and empty. */
  private void serve(SocketChannel channel) {
    try (channel) {
      InputStream in = new BufferedInputStream(Channels.newInputStream(channel));
      OutputStream out = Channels.newOutputStream(channel);
      while (true) {
        StandInAnswers.Request request = request(in);
        if (request.path().contains("/events")) {
          out.write("HTTP/1.1 200 X\r\n\r\n".getBytes(StandardCharsets.UTF_8));
          in.transferTo(OutputStream.nullOutputStream());
          return;
        }
        write(answers.to(request), out);
      }
    } catch (IOException e) {
      // The other side has hung up.
    }
  }

  private static void write(StandInAnswers.Answer answer, OutputStream out) throws IOException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    String head =
        String.join(
            "\r\n",
            "HTTP/1.1 " + answer.status() + " X",
            "Api-Version: 1.41",
            "Content-Type: application/json",
            "Content-Length: " + body.length,
            "",
            "");
    out.write(head.getBytes(StandardCharsets.UTF_8));
    out.write(body);
    out.flush();
  }

  /** The first line and the body; of the headers only the length counts. */
  private static StandInAnswers.Request request(InputStream in) throws IOException {
    String[] first = line(in).split(" ", -1);
    int length = 0;
    boolean chunked = false;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      String lower = header.toLowerCase(Locale.ROOT);
      length = lower.startsWith("content-length:") ? number(lower, 10) : length;
      chunked |= lower.startsWith("transfer-encoding:");
    }
    String body = chunked ? chunks(in) : text(in, length);
    return new StandInAnswers.Request(first[0], first[1], body);
  }

  private static String chunks(InputStream in) throws IOException {
    StringBuilder body = new StringBuilder();
    while (true) {
      int length = number(":" + line(in), 16);
      body.append(text(in, length));
      line(in);
      if (length == 0) {
        return body.toString();
      }
    }
  }

  private static int number(String header, int radix) {
    return Integer.parseInt(header.substring(header.indexOf(':') + 1).strip(), radix);
  }

  private static String text(InputStream in, int length) throws IOException {
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException();
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }
}
