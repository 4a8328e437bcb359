package dev.dvl.compiler.diagnostic;

/** Puts the indefinite article before a word that is quoted. */
public final class Article {
  private Article() {}

  /** {@code an `image`}, {@code a `volume`}. */
  public static String quoted(String word) {
    return (needsAn(word) ? "an `" : "a `") + word + "`";
  }

  private static boolean needsAn(String word) {
    return !word.isEmpty() && "aeio".indexOf(Character.toLowerCase(word.charAt(0))) >= 0;
  }
}
