package dev.dvl.compiler.lower;

/** JSON with a line for each member, so that a golden can be read and compared. */
final class Indented {
  private Indented() {}

  static String json(String compact) {
    StringBuilder out = new StringBuilder();
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < compact.length(); i++) {
      char c = compact.charAt(i);
      if (quoted || c == '"') {
        quoted = quoted ? c != '"' : true;
        out.append(c);
        if (c == '\\') {
          out.append(compact.charAt(++i));
        }
        continue;
      }
      switch (c) {
        case '{', '[' -> {
          boolean empty = compact.charAt(i + 1) == c + 2;
          out.append(c).append(empty ? "" : line(++depth));
          if (empty) {
            out.append(compact.charAt(++i));
          }
        }
        case '}', ']' -> out.append(line(--depth)).append(c);
        case ',' -> out.append(c).append(line(depth));
        case ':' -> out.append(": ");
        default -> out.append(c);
      }
    }
    return out.append('\n').toString();
  }

  private static String line(int depth) {
    return "\n" + "  ".repeat(depth);
  }
}
