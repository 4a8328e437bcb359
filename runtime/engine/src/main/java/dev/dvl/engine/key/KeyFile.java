package dev.dvl.engine.key;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files of private keys: as OpenSSH writes them, as PuTTY does, and in PEM. In the first two forms
 * the public half stands in the open, also where the private one is encrypted.
 */
public final class KeyFile {
  static final String BEGIN = "-----BEGIN OPENSSH PRIVATE KEY-----";
  static final String END = "-----END OPENSSH PRIVATE KEY-----";
  static final byte[] MAGIC = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);

  private static final Pattern PUTTY =
      Pattern.compile(
          "^PuTTY-User-Key-File-[0-9]+:.*?^Public-Lines: [0-9]+$(.*?)^[A-Za-z-]+:",
          Pattern.DOTALL | Pattern.MULTILINE);

  private KeyFile() {}

  /**
   * Whether a private key and a line of {@code authorized_keys} belong together; nothing where
   * either has a form from which that cannot be told, as an encrypted key in PEM.
   */
  public static Optional<Boolean> belongTogether(String hidden, String open) {
    Optional<String> half = openHalf(hidden);
    return half.isPresent()
        ? Optional.of(List.of(open.split("\\s+", -1)).contains(half.get()))
        : PemKey.read(hidden).flatMap(key -> OpenKey.read(open).map(it -> it.belongsTo(key)));
  }

  /**
   * The public half of a private key, as the middle word of a line of {@code authorized_keys};
   * nothing where the text has another form than those in which it stands in the open.
   */
  static Optional<String> openHalf(String text) {
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      return ofPutty(text);
    }
    try {
      return openHalf(Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end)));
    } catch (IllegalArgumentException | BufferUnderflowException broken) {
      return Optional.empty();
    }
  }

  private static Optional<String> ofPutty(String text) {
    Matcher lines = PUTTY.matcher(text);
    return lines.find() ? Optional.of(lines.group(1).replaceAll("\\s", "")) : Optional.empty();
  }

  private static Optional<String> openHalf(byte[] file) {
    if (file.length < MAGIC.length
        || !Arrays.equals(MAGIC, Arrays.copyOfRange(file, 0, MAGIC.length))) {
      return Optional.empty();
    }
    ByteBuffer rest = ByteBuffer.wrap(file, MAGIC.length, file.length - MAGIC.length);
    for (int skipped = 0; skipped < 3; skipped++) {
      SshText.string(rest);
    }
    return rest.getInt() < 1
        ? Optional.empty()
        : Optional.of(Base64.getEncoder().encodeToString(SshText.string(rest)));
  }
}
