package dev.dvl.vsphere.http;

import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Trust;
import dev.dvl.vsphere.session.VSphereException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** The JDK's TLS with the trust of one session, and of this session alone. */
final class TlsContext {
  private TlsContext() {}

  static SSLContext of(Trust trust) throws VSphereException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new ServerTrust(trust, authorities(trust))}, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new VSphereException(
          Fault.of(
              Fault.Kind.UNTRUSTED,
              "TLS cannot be set up: " + e.getMessage() + ".",
              "The file of authorities must hold certificates in PEM."),
          e);
    }
  }

  private static @Nullable X509ExtendedTrustManager authorities(Trust trust)
      throws GeneralSecurityException, IOException {
    return switch (trust) {
      case Trust.BySystem system -> manager(null);
      case Trust.ByAuthority(Path pem) -> manager(store(pem));
      case Trust.ByThumbprint thumbprint -> null;
      case Trust.Vouched vouched -> null;
      case Trust.Insecure insecure -> null;
    };
  }

  private static X509ExtendedTrustManager manager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509ExtendedTrustManager extended) {
        return extended;
      }
    }
    throw new GeneralSecurityException("the JDK has no X.509 trust manager");
  }

  private static KeyStore store(Path pem) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int count = 0;
    try (InputStream in = Files.newInputStream(pem)) {
      for (Certificate it : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("authority-" + count++, it);
      }
    }
    if (count == 0) {
      throw new CertificateException(pem + " holds no certificate");
    }
    return store;
  }
}
