package dev.dvl.docker.ssh;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/**
 * The public key of an SSH server.
 *
 * @param type {@code ssh-ed25519}
 * @param base64 the key as {@code known_hosts} and {@code .pub} files have it (RFC 4253, 6.6)
 */
public record HostKey(String type, String base64) {

  /** {@code ssh-ed25519 AAAA… comment}. */
  public static Optional<HostKey> parse(String line) {
    String[] words = line.strip().split("\\s+", 3);
    try {
      return words.length < 2
          ? Optional.empty()
          : Optional.of(of(Base64.getDecoder().decode(words[1])))
              .filter(it -> it.type().equals(words[0]));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A key begins with its type: four bytes of length, and the name. */
  public static HostKey of(byte[] blob) {
    ByteBuffer bytes = ByteBuffer.wrap(blob);
    int length = blob.length < Integer.BYTES ? -1 : bytes.getInt();
    if (length < 0 || length > bytes.remaining()) {
      throw new IllegalArgumentException("no public key");
    }
    return new HostKey(
        new String(blob, Integer.BYTES, length, StandardCharsets.US_ASCII),
        Base64.getEncoder().encodeToString(blob));
  }

  public byte[] blob() {
    return Base64.getDecoder().decode(base64);
  }

  /** As {@code ssh} shows it: {@code SHA256:…}. */
  public String fingerprint() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(blob());
      return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** As it stands in a file. */
  @Override
  public String toString() {
    return type + " " + base64;
  }
}
