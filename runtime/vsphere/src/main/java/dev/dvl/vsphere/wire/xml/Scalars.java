package dev.dvl.vsphere.wire.xml;

import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tree;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Reads elements that hold one plain value. */
public final class Scalars {
  private Scalars() {}

  public static String string(Tree tree) {
    return tree.text();
  }

  public static int integer(Tree tree) {
    return Math.toIntExact(longInteger(tree));
  }

  public static long longInteger(Tree tree) {
    try {
      return Long.parseLong(tree.text().strip());
    } catch (NumberFormatException e) {
      throw wrong(tree, "a whole number", e);
    }
  }

  /** XML Schema knows four ways to write it. */
  public static boolean bool(Tree tree) {
    return switch (tree.text().strip()) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      case String other -> throw new MalformedAnswer(tree.name() + " is no truth value: " + other);
    };
  }

  /** A time; one without a zone is in UTC. */
  public static Instant time(Tree tree) {
    String text = tree.text().strip();
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return local(tree, text);
    }
  }

  public static Ref ref(Tree tree) {
    return tree.ref().orElseThrow(() -> new MalformedAnswer(tree.name() + " names no object"));
  }

  public static Tree tree(Tree tree) {
    return tree;
  }

  private static Instant local(Tree tree, String text) {
    try {
      return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw wrong(tree, "a time", e);
    }
  }

  private static MalformedAnswer wrong(Tree tree, String what, Exception cause) {
    return new MalformedAnswer(tree.name() + " is not " + what, cause);
  }
}
