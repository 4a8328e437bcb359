package dev.dvl.compiler.eval;

import static dev.dvl.compiler.eval.Arguments.function;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dvl.compiler.value.Value;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/** Fingerprints of text, in small hexadecimal digits. */
final class HashFunctions {
  private static final int BLOCK = 64;

  /** The namespaces of RFC 9562, section 6.6, that are in use. */
  private static final Map<String, String> NAMESPACES =
      Map.of(
          "dns", "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
          "url", "6ba7b811-9dad-11d1-80b4-00c04fd430c8",
          "oid", "6ba7b812-9dad-11d1-80b4-00c04fd430c8",
          "x500", "6ba7b814-9dad-11d1-80b4-00c04fd430c8");

  private HashFunctions() {}

  static final Map<String, Function> FUNCTIONS =
      Map.of(
          "sha256", function(it -> hash("SHA-256", it.text(0))),
          "sha512", function(it -> hash("SHA-512", it.text(0))),
          "sha1", function(it -> hash("SHA-1", it.text(0))),
          "md5", function(it -> hash("MD5", it.text(0))),
          "hmac_sha256", function(it -> Value.text(hmac(it.text(0), it.text(1)))),
          "uuid_v5", function(it -> Value.text(uuid(it.text(0), it.text(1)).toString())));

  private static Value hash(String algorithm, String text) {
    return Value.text(EncodingFunctions.hex(digest(algorithm, text.getBytes(UTF_8))));
  }

  private static byte[] digest(String algorithm, byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }

  /** RFC 2104; written out, since the JDK's takes no empty key. */
  private static String hmac(String key, String text) {
    byte[] bytes = key.getBytes(UTF_8);
    byte[] block = Arrays.copyOf(bytes.length > BLOCK ? digest("SHA-256", bytes) : bytes, BLOCK);
    byte[] inner = digest("SHA-256", with(block, 0x36), text.getBytes(UTF_8));
    return EncodingFunctions.hex(digest("SHA-256", with(block, 0x5c), inner));
  }

  private static byte[] with(byte[] block, int mask) {
    byte[] mixed = block.clone();
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = (byte) (mixed[i] ^ mask);
    }
    return mixed;
  }

  /** RFC 9562, section 5.5. */
  private static UUID uuid(String namespace, String name) throws EvaluationProblem {
    UUID space = namespace(namespace);
    byte[] start =
        ByteBuffer.allocate(16)
            .putLong(space.getMostSignificantBits())
            .putLong(space.getLeastSignificantBits())
            .array();
    ByteBuffer hash = ByteBuffer.wrap(digest("SHA-1", start, name.getBytes(UTF_8)));
    long most = (hash.getLong() & ~0xf000L) | 0x5000L;
    long least = (hash.getLong() & ~(3L << 62)) | (1L << 63);
    return new UUID(most, least);
  }

  private static UUID namespace(String text) throws EvaluationProblem {
    String known = NAMESPACES.getOrDefault(text, text);
    if (!known.matches("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")) {
      throw new EvaluationProblem(
          "a namespace is a UUID, or one of \"dns\", \"url\", \"oid\" and \"x500\"");
    }
    return UUID.fromString(known);
  }
}
