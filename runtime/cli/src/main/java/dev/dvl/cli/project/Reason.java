package dev.dvl.cli.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file could not be read or written, as the end of a sentence. */
public final class Reason {
  private Reason() {}

  public static String of(IOException problem) {
    return switch (problem) {
      case AccessDeniedException denied -> "permission denied";
      case NoSuchFileException gone -> "there is nothing under this name";
      case FileAlreadyExistsException taken -> "something else is there under this name";
      case NotDirectoryException file -> "a part of its path is no folder";
      case FileSystemException wrong when wrong.getReason() != null ->
          wrong.getFile() + ": " + wrong.getReason();
      case CharacterCodingException wrong -> "it is not UTF-8";
      case JsonProcessingException wrong -> "it is no whole JSON";
      case IOException other -> other.getMessage() == null ? "it failed" : other.getMessage();
    };
  }

  /** The same with the file before it, for a sentence that has not named the file yet. */
  public static String withFile(IOException problem) {
    return problem instanceof FileSystemException wrong && wrong.getReason() == null
        ? "`" + wrong.getFile() + "`: " + of(problem)
        : of(problem);
  }
}
