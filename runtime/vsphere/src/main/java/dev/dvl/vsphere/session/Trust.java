package dev.dvl.vsphere.session;

import java.nio.file.Path;
import java.util.Locale;

/** How a server's certificate is judged. It holds for one session and for nothing else. */
public sealed interface Trust {
  /** By the authorities that the JDK trusts. */
  enum BySystem implements Trust {
    BY_SYSTEM
  }

  /** By the authorities in a PEM file alone. */
  record ByAuthority(Path pem) implements Trust {}

  /**
   * By the SHA-256 of the server's own certificate, whoever signed it and whatever name it has.
   *
   * @param sha256 64 hexadecimal digits; colons between them do not count
   */
  record ByThumbprint(String sha256) implements Trust {
    public ByThumbprint {
      sha256 = sha256.replace(":", "").toUpperCase(Locale.ROOT);
      if (!sha256.matches("[0-9A-F]{64}")) {
        throw new IllegalArgumentException("a SHA-256 thumbprint has 64 hexadecimal digits");
      }
    }
  }

  /**
   * By a thumbprint that a server which is trusted itself vouches for, as vCenter does for the host
   * that a disk is sent to.
   *
   * @param thumbprint SHA-1 or SHA-256, as the server has it
   */
  record Vouched(String thumbprint) implements Trust {}

  /** Not at all: whoever answers gets the password. */
  enum Insecure implements Trust {
    INSECURE
  }
}
