package dev.dvl.compiler.diagnostic;

/** Puts the indefinite article before a word, which may stand in backquotes. */
public final class Article {
  private Article() {}

  /** {@code an `image`}, {@code a `volume`}. */
  public static String quoted(String word) {
    return (needsAn(word) ? "an `" : "a `") + word + "`";
  }

  /** {@code an image}, {@code a volume}. */
  public static String before(String word) {
    return (needsAn(word) ? "an " : "a ") + word;
  }

  /** At the beginning of a sentence: {@code An image}. */
  public static String beginning(String word) {
    return (needsAn(word) ? "An " : "A ") + word;
  }

  private static boolean needsAn(String word) {
    String bare = word.startsWith("`") ? word.substring(1) : word;
    return !bare.isEmpty() && "aeio".indexOf(Character.toLowerCase(bare.charAt(0))) >= 0;
  }
}
