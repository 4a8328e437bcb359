package dev.dvl.vsphere.stamp;

import dev.dvl.engine.live.Stack;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an object that has not committed: {@code NAME.dvl-STACK-OP}. It says whose the object
 * is before anything can be written on it.
 *
 * @param name the name that it will have, cut to what fits
 * @param stack a digest of the stack's id and name
 */
public record MakingName(String name, String stack, String op) {
  /** The most characters that vSphere takes in a name. */
  private static final int LONGEST = 80;

  private static final int TAG_BYTES = 8;

  private static final Pattern FORM =
      Pattern.compile("(?<name>.*)[.]dvl-(?<stack>[0-9a-f]{16})-(?<op>[0-9a-z]+)");

  public static MakingName of(String name, Stack stack, String op) {
    return new MakingName(name, tag(stack), op);
  }

  /** Whether an object of that name is being made, or was left behind, by a run on this stack. */
  public static boolean isOurs(String text, Stack stack) {
    return parse(text).filter(it -> it.stack().equals(tag(stack))).isPresent();
  }

  /** The parts of a name, if it is one in the making. */
  public static Optional<MakingName> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new MakingName(matcher.group("name"), matcher.group("stack"), matcher.group("op")))
        : Optional.empty();
  }

  public String text() {
    String end = ".dvl-" + stack + "-" + op;
    int room = Math.max(0, LONGEST - end.length());
    return (name.length() > room ? name.substring(0, room) : name) + end;
  }

  /** Two stacks of one program have the same id. */
  private static String tag(Stack stack) {
    try {
      byte[] text = (stack.id() + "/" + stack.name()).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(hash, 0, TAG_BYTES);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("the JDK lacks a standard algorithm", missing);
    }
  }
}
