package dev.dvl.compiler.eval;

import dev.dvl.compiler.value.Value;
import java.util.List;
import java.util.Map;

/** Writes values as JSON (RFC 8259), keys in order and without spaces, or as YAML. */
final class DataText {
  private final StringBuilder out = new StringBuilder();

  private DataText() {}

  static String json(Value value) throws EvaluationProblem {
    DataText text = new DataText();
    text.write(value);
    return text.out.toString();
  }

  static String yaml(Value value) throws EvaluationProblem {
    DataText text = new DataText();
    text.block(value, 0, false);
    return text.out.toString();
  }

  private void write(Value value) throws EvaluationProblem {
    switch (value) {
      case Value.ListOf(var elements) -> list(elements);
      case Value.SetOf(var elements) -> list(elements);
      case Value.MapOf(var entries) -> object(entries);
      case Value.ObjectOf(var fields) -> object(fields);
      case Value scalar -> scalar(scalar);
    }
  }

  private void scalar(Value value) throws EvaluationProblem {
    switch (value) {
      case Value.Null ignored -> out.append("null");
      case Value.Text(String text) -> quote(text);
      case Value.Quantity ignored ->
          throw new EvaluationProblem(
              ValueText.kind(value) + " has no text without a unit: use in_unit");
      case Value ignored -> out.append(StringFunctions.interpolated(value));
    }
  }

  private void list(List<Value> elements) throws EvaluationProblem {
    String before = "[";
    for (Value element : elements) {
      out.append(before);
      write(element);
      before = ",";
    }
    out.append(elements.isEmpty() ? "[]" : "]");
  }

  private void object(Map<String, Value> fields) throws EvaluationProblem {
    String before = "{";
    for (Map.Entry<String, Value> field : fields.entrySet()) {
      out.append(before);
      quote(field.getKey());
      out.append(':');
      write(field.getValue());
      before = ",";
    }
    out.append(fields.isEmpty() ? "{}" : "}");
  }

  /** In YAML each element stands on a line of its own; empty collections and scalars as JSON. */
  private void block(Value value, int depth, boolean inLine) throws EvaluationProblem {
    switch (value) {
      case Value.ListOf(var elements) when !elements.isEmpty() -> items(elements, depth, inLine);
      case Value.SetOf(var elements) when !elements.isEmpty() -> items(elements, depth, inLine);
      case Value.MapOf(var entries) when !entries.isEmpty() -> fields(entries, depth, inLine);
      case Value.ObjectOf(var fields) when !fields.isEmpty() -> fields(fields, depth, inLine);
      case Value other -> {
        out.append(inLine ? " " : "");
        write(other);
        out.append('\n');
      }
    }
  }

  private void items(List<Value> elements, int depth, boolean inLine) throws EvaluationProblem {
    out.append(inLine ? "\n" : "");
    for (Value element : elements) {
      out.append("  ".repeat(depth)).append('-');
      block(element, depth + 1, true);
    }
  }

  private void fields(Map<String, Value> fields, int depth, boolean inLine)
      throws EvaluationProblem {
    out.append(inLine ? "\n" : "");
    for (Map.Entry<String, Value> field : fields.entrySet()) {
      out.append("  ".repeat(depth));
      quote(field.getKey());
      out.append(':');
      block(field.getValue(), depth + 1, true);
    }
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20 || c == 0x7f || c == 0x2028 || c == 0x2029) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
