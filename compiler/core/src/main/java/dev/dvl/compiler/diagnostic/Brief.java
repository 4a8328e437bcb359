package dev.dvl.compiler.diagnostic;

/** Keeps what is said short where it quotes something endless from a program. */
final class Brief {
  private static final int MOST = 1000;
  private static final int KEPT = 400;

  private Brief() {}

  static String of(String text) {
    if (text.length() <= MOST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(KEPT - 1)) ? KEPT - 1 : KEPT;
    int last = text.length() - KEPT;
    int start = Character.isLowSurrogate(text.charAt(last)) ? last + 1 : last;
    return text.substring(0, end) + " … " + text.substring(start);
  }
}
