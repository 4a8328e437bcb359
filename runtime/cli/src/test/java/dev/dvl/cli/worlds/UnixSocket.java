package dev.dvl.cli.worlds;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** Connections over unix sockets. */
final class UnixSocket {
  private UnixSocket() {}

  static Line.Dialer to(Path socket) {
    return () -> line(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
  }

  static Line.Port at(Path socket) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    return new Line.Port() {
      @Override
      public Line accept() throws IOException {
        return line(server.accept());
      }

      @Override
      public void close() throws IOException {
        server.close();
      }
    };
  }

  private static Line line(SocketChannel channel) {
    return new Line(
        new BufferedInputStream(Channels.newInputStream(channel)),
        Channels.newOutputStream(channel),
        channel);
  }
}
