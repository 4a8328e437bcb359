package dev.dvl.docker.connect;

import dev.dvl.docker.Codes;
import dev.dvl.engine.provider.HostProblem;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** The JDK's TLS set up with the files of one endpoint, for this endpoint alone. */
final class TlsContext {
  private static final char[] NO_PASSWORD = new char[0];

  private TlsContext() {}

  static SSLContext of(Endpoint.Tls tls) throws HostProblem {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(tls), trust(tls), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new HostProblem(Codes.CERTIFICATES, "TLS cannot be set up: " + e.getMessage() + ".", e);
    }
  }

  private static KeyManager @Nullable [] keys(Endpoint.Tls tls)
      throws GeneralSecurityException, IOException, HostProblem {
    Optional<Path> certificate = tls.certificate();
    Optional<Path> key = tls.key();
    if (certificate.isEmpty() || key.isEmpty()) {
      return null;
    }
    KeyStore store = empty();
    store.setKeyEntry(
        "client",
        readKey(key.get()),
        NO_PASSWORD,
        readCertificates(certificate.get()).toArray(new Certificate[0]));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, NO_PASSWORD);
    return factory.getKeyManagers();
  }

  private static TrustManager @Nullable [] trust(Endpoint.Tls tls)
      throws GeneralSecurityException, IOException, HostProblem {
    if (!tls.verify()) {
      return new TrustManager[] {new Everybody()};
    }
    Optional<Path> authority = tls.authority();
    if (authority.isEmpty()) {
      return null;
    }
    KeyStore store = empty();
    List<Certificate> trusted = readCertificates(authority.get());
    for (int i = 0; i < trusted.size(); i++) {
      store.setCertificateEntry("ca" + i, trusted.get(i));
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    return store;
  }

  private static List<Certificate> readCertificates(Path file) throws HostProblem {
    try {
      return Pem.certificates(file);
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(file, "certificate", e);
    }
  }

  private static PrivateKey readKey(Path file) throws HostProblem {
    try {
      return Pem.key(file);
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(file, "private key", e);
    }
  }

  private static HostProblem unusable(Path file, String what, Exception cause) {
    String why = cause instanceof IOException ? "it cannot be read" : cause.getMessage();
    return new HostProblem(
        Codes.CERTIFICATES, "`" + file + "` cannot be used as a " + what + ": " + why + ".", cause);
  }

  /** What the user asked for with {@code SkipTLSVerify} in a context: trust without proof. */
  private static final class Everybody extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

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
