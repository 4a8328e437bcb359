package dev.dvl.docker.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** The dialers of the JDK's own sockets. */
public final class Sockets {
  private Sockets() {}

  public static Dialer unix(Path socket) {
    return () -> {
      SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      try {
        channel.connect(UnixDomainSocketAddress.of(socket));
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
      return new Dialer.Line(
          Channels.newInputStream(channel),
          Channels.newOutputStream(channel),
          channel::shutdownOutput,
          channel);
    };
  }

  public static Dialer tcp(String host, int port, Duration patience) {
    return () -> line(connect(host, port, patience));
  }

  /**
   * TLS over TCP.
   *
   * @param checkName whether the certificate must be made out to {@code host}
   */
  public static Dialer tls(
      String host, int port, SSLContext context, boolean checkName, Duration patience) {
    return () -> {
      Socket plain = connect(host, port, patience);
      try {
        SSLSocket socket =
            (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true);
        if (checkName) {
          SSLParameters parameters = socket.getSSLParameters();
          parameters.setEndpointIdentificationAlgorithm("HTTPS");
          socket.setSSLParameters(parameters);
        }
        plain.setSoTimeout((int) patience.toMillis());
        socket.startHandshake();
        plain.setSoTimeout(0);
        return line(socket);
      } catch (IOException | RuntimeException e) {
        plain.close();
        throw e;
      }
    };
  }

  private static Socket connect(String host, int port, Duration patience) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(host, port), (int) patience.toMillis());
      socket.setTcpNoDelay(true);
      return socket;
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  private static Dialer.Line line(Socket socket) throws IOException {
    return new Dialer.Line(
        socket.getInputStream(), socket.getOutputStream(), socket::shutdownOutput, socket);
  }
}
