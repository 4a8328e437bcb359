package dev.dvl.compiler.check.fit;

import java.util.List;

/** Why a value of one type may not stand where another is wanted; the gravest comes first. */
public sealed interface Misfit {

  /** It is something else. */
  record Shape() implements Misfit {}

  /** It is none of the fixed values. */
  record NoneOf(List<String> allowed) implements Misfit {}

  /** It is a text or number whose form is wrong. */
  record Form(String problem) implements Misfit {}

  /** It may be null. */
  record Nullable() implements Misfit {}

  /** It is secret, and would show. */
  record Revealed() implements Misfit {}

  /** It is a text that is known later, and must be converted by name. */
  record Unchecked(String conversion) implements Misfit {}

  /** It is known later, and is needed when planning. */
  record TooLate() implements Misfit {}

  default int gravity() {
    return switch (this) {
      case Shape ignored -> 6;
      case NoneOf ignored -> 5;
      case Form ignored -> 4;
      case Nullable ignored -> 3;
      case Revealed ignored -> 2;
      case Unchecked ignored -> 1;
      case TooLate ignored -> 0;
    };
  }
}
