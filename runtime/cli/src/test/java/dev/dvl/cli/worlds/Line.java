package dev.dvl.cli.worlds;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A connection; one request at a time. */
record Line(InputStream in, OutputStream out, Closeable socket) implements Closeable {

  /** How to connect to a server. */
  interface Dialer {
    Line dial() throws IOException;

    default Message send(Message request) throws IOException {
      try (Line line = dial()) {
        line.write(request, true);
        return Message.answer(line.in());
      }
    }
  }

  /** How clients connect to us. */
  interface Port extends Closeable {
    Line accept() throws IOException;
  }

  void write(Message message, boolean last) throws IOException {
    out.write(message.bytes(last));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
