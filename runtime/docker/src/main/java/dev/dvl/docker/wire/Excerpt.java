package dev.dvl.docker.wire;

/** As much of what others say as fits into a message of ours. */
public final class Excerpt {
  private static final int MOST = 1_000;

  private Excerpt() {}

  /** The beginning of a text; a letter of two halves is not cut apart. */
  public static String of(String text) {
    if (text.length() <= MOST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(MOST - 1)) ? MOST - 1 : MOST;
    return text.substring(0, end) + "…";
  }
}
