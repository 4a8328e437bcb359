package dev.dvl.compiler.refine;

import java.util.Optional;

/** A path of a file: not empty, without the character NUL (POSIX, Base Definitions 3.254). */
final class PathForm implements Form {
  @Override
  public Optional<String> problem(String text) {
    if (text.isEmpty()) {
      return Optional.of("a path is not empty");
    }
    return text.indexOf('\0') < 0 ? Optional.empty() : Optional.of("a path has no NUL in it");
  }

  @Override
  public String example() {
    return "/srv/data";
  }
}
