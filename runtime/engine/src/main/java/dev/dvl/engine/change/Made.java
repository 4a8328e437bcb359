package dev.dvl.engine.change;

import java.util.Arrays;
import java.util.Optional;

/** What apply makes right before a call, tells that call alone, and keeps nowhere. */
public enum Made {
  /** A key for an SSH server: an object with the texts {@code open} and {@code hidden}. */
  HOST_KEY("host_key");

  private final String word;

  Made(String word) {
    this.word = word;
  }

  /** The word for it in plans. */
  public String word() {
    return word;
  }

  /** What has that word. */
  public static Optional<Made> of(String word) {
    return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
  }
}
