package dev.dvl.compiler.value;

/** What tells the instances of a keyed declaration apart: a whole number or a text. */
public sealed interface Key extends Comparable<Key> {

  record Number(long value) implements Key {
    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  record Name(String value) implements Key {
    @Override
    public String toString() {
      return Texts.quoted(value);
    }
  }

  static Key of(long value) {
    return new Number(value);
  }

  static Key of(String value) {
    return new Name(value);
  }

  /** Numbers ascending, then texts by code point. */
  @Override
  default int compareTo(Key other) {
    return switch (this) {
      case Number(long a) ->
          switch (other) {
            case Number(long b) -> Long.compare(a, b);
            case Name ignored -> -1;
          };
      case Name(String a) ->
          switch (other) {
            case Number ignored -> 1;
            case Name(String b) -> Texts.compareCodePoints(a, b);
          };
    };
  }
}
