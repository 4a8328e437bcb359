package dev.dvl.cli.project;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read or written, as the end of a sentence. */
public final class Reason {
  private Reason() {}

  public static String of(IOException problem) {
    return switch (problem) {
      case AccessDeniedException denied -> "permission denied";
      case NoSuchFileException gone -> "there is nothing under this name";
      case IOException other -> other.getMessage() == null ? "it failed" : other.getMessage();
    };
  }
}
