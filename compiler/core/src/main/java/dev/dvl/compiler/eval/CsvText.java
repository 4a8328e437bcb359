package dev.dvl.compiler.eval;

import dev.dvl.compiler.value.Texts;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tables as text: RFC 4180, lines ended by a newline with or without a carriage return. */
final class CsvText {
  private final String text;
  private final char separator;
  private int at;

  private CsvText(String text, char separator) {
    this.text = text;
    this.separator = separator;
  }

  static String write(List<Value> rows) throws EvaluationProblem {
    StringBuilder out = new StringBuilder();
    for (Value row : rows) {
      String before = "";
      for (Value cell : new Arguments(List.of(row)).elements(0)) {
        out.append(before).append(quoted(StringFunctions.interpolated(cell)));
        before = ",";
      }
      out.append('\n');
      if (out.length() > StringFunctions.LONGEST) {
        throw StringFunctions.tooLong();
      }
    }
    return out.toString();
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain && !cell.isEmpty() ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
  }

  /** A map for each line behind the first, which names the columns. */
  static Value read(Arguments it) throws EvaluationProblem {
    String separator = it.lacks(1) ? "," : it.text(1);
    if (separator.length() != 1 || "\"\r\n".contains(separator)) {
      throw new EvaluationProblem("the separator is one character, and no quote or line end");
    }
    CsvText csv = new CsvText(it.text(0), separator.charAt(0));
    if (csv.isAtEnd()) {
      return new Value.ListOf(List.of());
    }
    List<String> names = csv.row();
    List<Value> rows = new ArrayList<>();
    while (!csv.isAtEnd()) {
      rows.add(named(names, csv.row(), rows.size() + 2));
      CollectionFunctions.checkSize(rows.size());
    }
    return new Value.ListOf(rows);
  }

  private static Value named(List<String> names, List<String> cells, int row)
      throws EvaluationProblem {
    if (cells.size() != names.size()) {
      throw new EvaluationProblem(
          "row " + row + " has " + cells.size() + " cells, and the first one " + names.size());
    }
    Map<String, Value> entries = new TreeMap<>();
    for (int i = 0; i < cells.size(); i++) {
      if (entries.put(names.get(i), Value.text(cells.get(i))) != null) {
        throw new EvaluationProblem("two columns are named " + Texts.quoted(names.get(i)));
      }
    }
    return Value.MapOf.of(entries);
  }

  private boolean isAtEnd() {
    return at >= text.length();
  }

  private List<String> row() throws EvaluationProblem {
    List<String> cells = new ArrayList<>();
    cells.add(cell());
    while (!isAtEnd() && text.charAt(at) == separator) {
      at++;
      cells.add(cell());
    }
    if (!isAtEnd() && text.charAt(at) == '\r') {
      at++;
    }
    if (!isAtEnd() && text.charAt(at) != '\n') {
      throw new EvaluationProblem("behind a quoted cell stands more text");
    }
    at++;
    return cells;
  }

  private String cell() throws EvaluationProblem {
    if (isAtEnd() || text.charAt(at) != '"') {
      int start = at;
      while (!isAtEnd() && text.charAt(at) != separator && !isLineEnd()) {
        at++;
      }
      return text.substring(start, at);
    }
    return quotedCell();
  }

  private boolean isLineEnd() {
    return text.charAt(at) == '\n' || text.startsWith("\r\n", at);
  }

  private String quotedCell() throws EvaluationProblem {
    StringBuilder out = new StringBuilder();
    int start = at + 1;
    for (int end = text.indexOf('"', start); end >= 0; end = text.indexOf('"', start)) {
      out.append(text, start, end);
      at = end + 1;
      if (isAtEnd() || text.charAt(at) != '"') {
        return out.toString();
      }
      out.append('"');
      start = end + 2;
    }
    throw new EvaluationProblem("a quoted cell does not end");
  }
}
