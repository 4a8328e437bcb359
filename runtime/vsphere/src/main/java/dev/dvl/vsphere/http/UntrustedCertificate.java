package dev.dvl.vsphere.http;

import java.security.cert.CertificateException;
import org.jspecify.annotations.Nullable;

/** A certificate that is not trusted, with its thumbprint, so that it can be compared. */
final class UntrustedCertificate extends CertificateException {
  private final String thumbprint;

  UntrustedCertificate(String thumbprint, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.thumbprint = thumbprint;
  }

  /** SHA-256, in capitals, with colons. */
  String thumbprint() {
    return thumbprint;
  }
}
