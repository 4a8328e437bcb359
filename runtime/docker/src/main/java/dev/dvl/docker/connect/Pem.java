package dev.dvl.docker.connect;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Certificates and keys in the text form of RFC 7468. Keys are PKCS #8, or the older PKCS #1 of RSA
 * (RFC 8017), which is put into PKCS #8 because that is all the JDK reads.
 */
final class Pem {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");

  /** AlgorithmIdentifier of rsaEncryption with its NULL. */
  private static final byte[] RSA = {
    0x30,
    0x0d,
    0x06,
    0x09,
    0x2a,
    (byte) 0x86,
    0x48,
    (byte) 0x86,
    (byte) 0xf7,
    0x0d,
    0x01,
    0x01,
    0x01,
    0x05,
    0x00
  };

  private Pem() {}

  static List<Certificate> certificates(Path file) throws IOException, GeneralSecurityException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    List<Certificate> found =
        List.copyOf(
            factory.generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file))));
    if (found.isEmpty()) {
      throw new GeneralSecurityException("there is no certificate in it");
    }
    return found;
  }

  static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
    Matcher blocks = BLOCK.matcher(Files.readString(file, StandardCharsets.US_ASCII));
    while (blocks.find()) {
      byte[] bytes = Base64.getMimeDecoder().decode(blocks.group(2));
      switch (blocks.group(1)) {
        case "PRIVATE KEY" -> {
          return pkcs8(bytes);
        }
        case "RSA PRIVATE KEY" -> {
          return pkcs8(wrapped(bytes));
        }
        case "ENCRYPTED PRIVATE KEY" ->
            throw new InvalidKeyException("the key is encrypted with a password");
        case "EC PRIVATE KEY" ->
            throw new InvalidKeyException(
                "the key is in an old format; `openssl pkcs8 -topk8 -nocrypt` converts it");
        default -> {
          // Parameters and certificates may stand beside the key.
        }
      }
    }
    throw new InvalidKeyException("there is no private key in it");
  }

  private static PrivateKey pkcs8(byte[] bytes) throws GeneralSecurityException {
    for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
      } catch (GeneralSecurityException e) {
        // It is a key of another kind.
      }
    }
    throw new InvalidKeyException("the key is neither RSA nor EC nor EdDSA");
  }

  private static byte[] wrapped(byte[] rsa) {
    ByteArrayOutputStream inside = new ByteArrayOutputStream();
    inside.writeBytes(new byte[] {0x02, 0x01, 0x00});
    inside.writeBytes(RSA);
    inside.writeBytes(der(0x04, rsa));
    return der(0x30, inside.toByteArray());
  }

  private static byte[] der(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length < 0x80) {
      out.write(content.length);
    } else {
      out.write(0x82);
      out.write(content.length >> 8);
      out.write(content.length);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }
}
