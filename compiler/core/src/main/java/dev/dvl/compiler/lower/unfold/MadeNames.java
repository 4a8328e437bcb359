package dev.dvl.compiler.lower.unfold;

import dev.dvl.compiler.lower.input.Inputs;
import dev.dvl.compiler.value.Address;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names for objects that the program does not name: the address in letters that every platform
 * takes, and a short hash of stack and address that tells apart what the letters do not.
 *
 * <p>At most 63 characters of {@code [a-z0-9-]}, starting with a letter: a label of DNS (RFC 1035
 * section 2.3.1).
 */
public final class MadeNames {
  private static final int LONGEST = 63;
  private static final int HASH_BYTES = 5;

  private final Inputs.Stack stack;
  private final MessageDigest digest;

  public MadeNames(Inputs.Stack stack) {
    this.stack = stack;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  public String name(Address address) {
    String text = address.toString();
    byte[] hash =
        digest.digest(
            (stack.id() + "\n" + stack.name() + "\n" + text).getBytes(StandardCharsets.UTF_8));
    String suffix = "-" + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    String letters = letters(text);
    int room = LONGEST - suffix.length();
    return (letters.length() > room ? letters.substring(0, room) : letters) + suffix;
  }

  private static String letters(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char lower = c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
      if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9')) {
        out.append(lower);
      } else if (!out.isEmpty() && out.charAt(out.length() - 1) != '-') {
        out.append('-');
      }
    }
    while (!out.isEmpty() && out.charAt(out.length() - 1) == '-') {
      out.setLength(out.length() - 1);
    }
    return out.isEmpty() || !Character.isLetter(out.charAt(0)) ? "x" + out : out.toString();
  }
}
