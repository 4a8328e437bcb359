package dev.dvl.engine.local;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest of a build's files, fed entry by entry in the order of their names. */
public final class ContextDigest {
  private final MessageDigest digest = sha256();

  public void link(String name, String target) {
    add(name);
    add("link " + target);
  }

  public void folder(String name, int mode) {
    add(name);
    add("folder " + mode);
  }

  /**
   * Adds a file.
   *
   * @param content the digest of what the file holds
   */
  public void file(String name, int mode, byte[] content) {
    add(name);
    add("file " + mode);
    digest.update(content);
  }

  /** {@code sha256:…}; nothing can be added after it. */
  public String text() {
    return "sha256:" + HexFormat.of().formatHex(digest.digest());
  }

  /** With its length before it, so that no two lists of texts look alike. */
  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  /** A digest of one file's content. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
