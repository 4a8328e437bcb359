package dev.dvl.compiler.diagnostic;

/** Writes JSON text in the order in which it is told; the caller keeps brackets balanced. */
public final class JsonText {
  private final StringBuilder out = new StringBuilder();
  private boolean first = true;

  public JsonText openObject() {
    return open('{');
  }

  public JsonText closeObject() {
    return close('}');
  }

  public JsonText openArray() {
    return open('[');
  }

  public JsonText closeArray() {
    return close(']');
  }

  /** The name of a member, whose value comes next. */
  public JsonText name(String name) {
    text(name);
    out.append(':');
    first = true;
    return this;
  }

  public JsonText text(String value) {
    separate();
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      character(value.charAt(i));
    }
    out.append('"');
    return this;
  }

  public JsonText number(long value) {
    separate();
    out.append(value);
    return this;
  }

  public JsonText bool(boolean value) {
    separate();
    out.append(value);
    return this;
  }

  public JsonText nothing() {
    separate();
    out.append("null");
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private JsonText open(char bracket) {
    separate();
    out.append(bracket);
    first = true;
    return this;
  }

  private JsonText close(char bracket) {
    out.append(bracket);
    first = false;
    return this;
  }

  private void separate() {
    out.append(first ? "" : ",");
    first = false;
  }

  private void character(char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      default -> {
        if (c < 0x20 || (c >= 0x7F && !Character.isLetterOrDigit(c))) {
          out.append("\\u%04x".formatted((int) c));
        } else {
          out.append(c);
        }
      }
    }
  }
}
