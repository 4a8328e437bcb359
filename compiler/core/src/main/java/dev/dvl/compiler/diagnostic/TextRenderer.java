package dev.dvl.compiler.diagnostic;

import dev.dvl.compiler.source.SourceFile;
import dev.dvl.compiler.source.SourceMap;
import dev.dvl.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes diagnostics for people: headline, place, the lines of the source with what is marked in
 * them, notes and fixes.
 *
 * <pre>
 * error[DVL0101]: this cannot stand here
 *  --> shop.dvl:3:11
 *   |
 * 3 |   image = }
 *   |           ^ expected a value, found `}`
 *   = note: …
 *   = fix: …
 * </pre>
 */
public final class TextRenderer {
  private final SourceMap sources;
  private final Paint paint;

  private TextRenderer(SourceMap sources, Paint paint) {
    this.sources = sources;
    this.paint = paint;
  }

  /** All diagnostics, a blank line between two. */
  public static String render(SourceMap sources, List<Diagnostic> diagnostics, boolean colour) {
    TextRenderer renderer = new TextRenderer(sources, colour ? Paint.ANSI : Paint.PLAIN);
    return String.join("\n", diagnostics.stream().map(renderer::one).toList());
  }

  /** One mark to draw under a line. */
  private record Mark(Span span, String text, boolean primary) {}

  private String one(Diagnostic diagnostic) {
    StringBuilder out = new StringBuilder();
    Severity severity = diagnostic.severity();
    String title = severity == Severity.ERROR ? "error" : "warning";
    out.append(paint.severity(severity, title + "[" + diagnostic.code().id() + "]"))
        .append(paint.bold(": " + diagnostic.code().headline()))
        .append('\n');
    List<Mark> marks = marks(diagnostic);
    int width = width(marks);
    boolean first = true;
    for (SourceFile file : files(marks)) {
      excerpt(out, file, marks, width, severity, first);
      first = false;
    }
    diagnostic.notes().forEach(note -> attachment(out, width, "note", note));
    diagnostic.fixes().forEach(fix -> attachment(out, width, "fix", fixText(fix)));
    return out.toString();
  }

  /** The width of the column of line numbers; none where no line is shown. */
  private int width(List<Mark> marks) {
    return marks.stream()
        .mapToInt(mark -> sources.fileOf(mark.span).position(mark.span.start()).line())
        .map(line -> Integer.toString(line).length())
        .max()
        .orElse(0);
  }

  private static List<Mark> marks(Diagnostic diagnostic) {
    List<Mark> marks = new ArrayList<>();
    diagnostic.primary().ifPresent(p -> marks.add(new Mark(p.span(), p.text(), true)));
    diagnostic.secondary().forEach(s -> marks.add(new Mark(s.span(), s.text(), false)));
    return marks;
  }

  /** The files of the marks, that of the primary one first. */
  private List<SourceFile> files(List<Mark> marks) {
    return marks.stream().map(mark -> sources.fileOf(mark.span)).distinct().toList();
  }

  private void excerpt(
      StringBuilder out,
      SourceFile file,
      List<Mark> all,
      int width,
      Severity severity,
      boolean first) {
    TreeMap<Integer, List<Mark>> byLine = new TreeMap<>();
    @Nullable Mark place = null;
    for (Mark mark : all) {
      if (sources.fileOf(mark.span) == file) {
        place = place == null ? mark : place;
        int line = file.position(mark.span.start()).line();
        byLine.computeIfAbsent(line, ignored -> new ArrayList<>()).add(mark);
      }
    }
    if (place == null) {
      return;
    }
    var position = file.position(place.span.start());
    String arrow = first ? "-->" : ":::";
    out.append(" ".repeat(width))
        .append(paint.frame(arrow))
        .append(' ')
        .append(Visible.escape(file.name()))
        .append(":" + position.line() + ":" + position.column() + "\n");
    gutter(out, width, "").append('\n');
    int before = 0;
    for (var entry : byLine.entrySet()) {
      if (before != 0 && entry.getKey() > before + 1) {
        out.append(paint.frame("...")).append('\n');
      }
      line(out, file, entry.getKey(), entry.getValue(), width, severity);
      before = entry.getKey();
    }
  }

  private void line(
      StringBuilder out,
      SourceFile file,
      int number,
      List<Mark> marks,
      int width,
      Severity severity) {
    int start = file.lineStart(number);
    Mark primary = marks.stream().filter(Mark::primary).findFirst().orElse(marks.getFirst());
    Excerpt excerpt = Excerpt.around(file.line(number), primary.span.start() - start);
    gutter(out, width, Integer.toString(number)).append(blankBefore(excerpt.text())).append('\n');
    List<Mark> ordered = marks.stream().sorted((a, b) -> a.span.compareTo(b.span)).toList();
    for (Mark mark : ordered) {
      int from = excerpt.column(mark.span.start() - start);
      int to = Math.max(from + 1, excerpt.column(mark.span.end() - start));
      String sign = (mark.primary ? "^" : "-").repeat(to - from);
      String label = Visible.escape(sign + (mark.text.isEmpty() ? "" : " " + mark.text));
      gutter(out, width, "")
          .append(' ')
          .append(" ".repeat(from))
          .append(mark.primary ? paint.severity(severity, label) : paint.frame(label))
          .append('\n');
    }
  }

  private static String blankBefore(String text) {
    return text.isEmpty() ? "" : " " + text;
  }

  private StringBuilder gutter(StringBuilder out, int width, String number) {
    String padded = " ".repeat(width - number.length()) + number + " |";
    return out.append(paint.frame(number.isEmpty() ? " ".repeat(width) + " |" : padded));
  }

  private void attachment(StringBuilder out, int width, String title, String text) {
    out.append(" ".repeat(width + 1))
        .append(paint.frame("="))
        .append(' ')
        .append(paint.bold(title))
        .append(": ")
        .append(Visible.escape(text))
        .append('\n');
  }

  private static String fixText(Fix fix) {
    return fix.title();
  }
}
