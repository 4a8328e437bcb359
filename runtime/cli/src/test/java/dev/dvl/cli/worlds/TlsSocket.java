package dev.dvl.cli.worlds;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Connections over TLS on this machine, where nobody has to prove who they are. */
final class TlsSocket {
  private static final char[] PASSWORD = "recording".toCharArray();

  private TlsSocket() {}

  static Line.Dialer to(String host, int port) throws IOException {
    SSLContext context = context(null);
    return () -> line(context.getSocketFactory().createSocket(host, port));
  }

  /** Listens with a key that is made for it, in {@code folder}. */
  static SSLServerSocket listening(Path folder) throws IOException, InterruptedException {
    Path keys = folder.resolve("keys.p12");
    String words =
        "-genkeypair -alias proxy -keyalg EC -groupname secp256r1 -dname CN=127.0.0.1 -storetype"
            + " PKCS12 -storepass "
            + new String(PASSWORD);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(words.split(" ")));
    command.addAll(List.of("-keystore", keys.toString()));
    Process made = new ProcessBuilder(command).inheritIO().start();
    if (made.waitFor() != 0) {
      throw new IOException("keytool");
    }
    try (InputStream in = Files.newInputStream(keys)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, PASSWORD);
      KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
      factory.init(store, PASSWORD);
      return (SSLServerSocket)
          context(factory.getKeyManagers())
              .getServerSocketFactory()
              .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (GeneralSecurityException wrong) {
      throw new IOException(wrong);
    }
  }

  static Line.Port at(SSLServerSocket server) {
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

  private static Line line(Socket socket) throws IOException {
    return new Line(
        new BufferedInputStream(socket.getInputStream()), socket.getOutputStream(), socket);
  }

  private static SSLContext context(KeyManager @Nullable [] keys) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys, new TrustManager[] {new Anybody()}, new SecureRandom());
      return context;
    } catch (GeneralSecurityException wrong) {
      throw new IOException(wrong);
    }
  }

  private record Anybody() implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
