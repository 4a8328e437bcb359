package dev.dvl.vsphere.http;

import dev.dvl.vsphere.session.Trust;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Judges the certificate of a server. With authorities the JDK's own rules hold, the name included;
 * a thumbprint is compared and nothing else.
 */
final class ServerTrust extends X509ExtendedTrustManager {
  private final Trust trust;
  private final @Nullable X509ExtendedTrustManager authorities;

  ServerTrust(Trust trust, @Nullable X509ExtendedTrustManager authorities) {
    this.trust = trust;
    this.authorities = authorities;
  }

  /** Judges by authorities, for an engine or a socket. */
  private interface Judge {
    void judge(X509ExtendedTrustManager authorities) throws CertificateException;
  }

  private void judge(X509Certificate[] chain, Judge judge) throws CertificateException {
    String thumbprint = Thumbprint.of(chain[0]);
    switch (trust) {
      case Trust.Insecure insecure -> {}
      case Trust.ByThumbprint(String wanted) -> compare(chain[0], wanted);
      case Trust.Vouched(String wanted) -> compare(chain[0], wanted);
      case Trust.BySystem system -> byAuthorities(thumbprint, judge);
      case Trust.ByAuthority authority -> byAuthorities(thumbprint, judge);
    }
  }

  private static void compare(X509Certificate certificate, String wanted)
      throws CertificateException {
    if (!Thumbprint.matches(certificate, wanted)) {
      throw new UntrustedCertificate(
          Thumbprint.of(certificate), "its thumbprint is another one", null);
    }
  }

  private void byAuthorities(String thumbprint, Judge judge) throws CertificateException {
    if (authorities == null) {
      throw new CertificateException("no authority is trusted");
    }
    try {
      judge.judge(authorities);
    } catch (CertificateException e) {
      throw new UntrustedCertificate(thumbprint, String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    judge(chain, it -> it.checkServerTrusted(chain, type, engine));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    judge(chain, it -> it.checkServerTrusted(chain, type, socket));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    judge(chain, it -> it.checkServerTrusted(chain, type));
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw noServer();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw noServer();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw noServer();
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }

  private static CertificateException noServer() {
    return new CertificateException("dvl is no server");
  }
}
