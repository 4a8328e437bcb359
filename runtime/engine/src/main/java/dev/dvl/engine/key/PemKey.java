package dev.dvl.engine.key;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Private keys in PEM, as {@code openssl} and {@code ssh-keygen -m} write them: PKCS #1 (RFC 8017,
 * A.1.2) and SEC 1 (RFC 5915), and PKCS #8 around any (RFC 5208). What is encrypted is not read.
 */
final class PemKey {
  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN (RSA |EC )?PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END (RSA |EC )?PRIVATE"
              + " KEY-----");

  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

  /** Version 0, as DER. */
  private static final byte[] VERSION = HexFormat.of().parseHex("020100");

  /** The algorithm rsaEncryption with its NULL, as DER. */
  private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");

  /** The name of the algorithm id-ecPublicKey, as DER; that of the curve comes behind it. */
  private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");

  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;

  /** Where a key of SEC 1 names its curve. */
  private static final int CURVE = 0xa0;

  private static final int LONG_FORM = 0x80;

  private PemKey() {}

  static Optional<PrivateKey> read(String text) {
    Matcher block = BLOCK.matcher(text);
    if (!block.find()) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(block.group(2));
      byte[] whole =
          switch (block.group(1)) {
            case "RSA " -> wrapped(RSA, bytes);
            case "EC " -> wrapped(tagged(SEQUENCE, EC, curve(bytes)), bytes);
            case null, default -> bytes;
          };
      PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(whole);
      return ALGORITHMS.stream().flatMap(algorithm -> key(algorithm, spec)).findFirst();
    } catch (IllegalArgumentException | BufferUnderflowException broken) {
      return Optional.empty();
    }
  }

  private static Stream<PrivateKey> key(String algorithm, PKCS8EncodedKeySpec spec) {
    try {
      return Stream.of(KeyFactory.getInstance(algorithm).generatePrivate(spec));
    } catch (GeneralSecurityException other) {
      return Stream.empty();
    }
  }

  private static byte[] wrapped(byte[] algorithm, byte[] key) {
    return tagged(SEQUENCE, VERSION, algorithm, tagged(OCTETS, key));
  }

  /** The name of the curve of a key of SEC 1, as DER. */
  private static byte[] curve(byte[] key) {
    ByteBuffer rest = ByteBuffer.wrap(content(ByteBuffer.wrap(key)));
    while (rest.hasRemaining() && rest.get(rest.position()) != (byte) CURVE) {
      content(rest);
    }
    return content(rest);
  }

  /** Takes what stands next, without its tag and length. */
  private static byte[] content(ByteBuffer from) {
    from.get();
    int length = Byte.toUnsignedInt(from.get());
    if (length >= LONG_FORM) {
      byte[] digits = new byte[Math.min(length - LONG_FORM, Integer.BYTES - 1)];
      from.get(digits);
      length = digits.length == 0 ? 0 : new BigInteger(1, digits).intValueExact();
    }
    if (length > from.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] content = new byte[length];
    from.get(content);
    return content;
  }

  private static byte[] tagged(int tag, byte[]... parts) {
    ByteArrayOutputStream inside = new ByteArrayOutputStream();
    List.of(parts).forEach(inside::writeBytes);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    byte[] length = BigInteger.valueOf(inside.size()).toByteArray();
    if (inside.size() >= LONG_FORM) {
      out.write(LONG_FORM | length.length);
    }
    out.writeBytes(length);
    out.writeBytes(inside.toByteArray());
    return out.toByteArray();
  }
}
