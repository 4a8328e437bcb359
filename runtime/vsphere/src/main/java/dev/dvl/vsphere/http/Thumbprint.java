package dev.dvl.vsphere.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/** The digest of a certificate as people compare it. */
final class Thumbprint {
  private static final int SHA1_DIGITS = 40;

  private Thumbprint() {}

  static String of(X509Certificate certificate) throws CertificateEncodingException {
    return of(certificate, "SHA-256");
  }

  /** Whether {@code wanted}, of SHA-1 or SHA-256, is the certificate's. */
  static boolean matches(X509Certificate certificate, String wanted)
      throws CertificateEncodingException {
    String plain = wanted.replace(":", "");
    String actual = of(certificate, plain.length() == SHA1_DIGITS ? "SHA-1" : "SHA-256");
    return plain.equalsIgnoreCase(actual.replace(":", ""));
  }

  private static String of(X509Certificate certificate, String algorithm)
      throws CertificateEncodingException {
    try {
      byte[] digest = MessageDigest.getInstance(algorithm).digest(certificate.getEncoded());
      return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
