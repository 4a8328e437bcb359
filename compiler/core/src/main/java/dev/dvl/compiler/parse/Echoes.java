package dev.dvl.compiler.parse;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.source.SourceFile;
import dev.dvl.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells further mistakes from the echoes of one. Where the header of a block is broken, what stands
 * in it, indented deeper, is read as something that it is not; a bracket too many or too few leaves
 * another one alone further down in the same item; and where a long text has no end, it may be its
 * start that is missing. What a number is does not hang on all that, and is always told.
 */
final class Echoes {
  private static final String LONG = "\"\"\"";

  /** What a line begins with that goes on with the one before it: no item starts so. */
  private static final Pattern STARTS_NOTHING =
      Pattern.compile("\\s*[)\\]}]|\\s+(?:[^A-Za-z_@/\\s]|(?:else|then|where|null|true|false)\\b)");

  /** Codes that follow from how lines belong together. */
  private static final Set<Code> STRUCTURAL =
      Set.of(
          SyntaxCodes.UNEXPECTED,
          SyntaxCodes.UNKNOWN_CHARACTER,
          SyntaxCodes.UNCLOSED_TEXT,
          SyntaxCodes.UNCLOSED_BRACKET,
          SyntaxCodes.UNOPENED_BRACKET,
          SyntaxCodes.NOT_A_NAME,
          SyntaxCodes.LONE_ANNOTATION,
          SyntaxCodes.NOT_CALLABLE,
          SyntaxCodes.CHAINED);

  private final SourceFile file;

  Echoes(SourceFile file) {
    this.file = file;
  }

  /** Those of {@code sorted} that are no echo of one before them. */
  List<Diagnostic> without(List<Diagnostic> sorted) {
    boolean astray = sorted.stream().anyMatch(this::isOpenLongText);
    List<Diagnostic> told = new ArrayList<>();
    List<Diagnostic> structural = new ArrayList<>();
    for (Diagnostic diagnostic : sorted) {
      boolean hangsTogether = STRUCTURAL.contains(diagnostic.code());
      boolean inText = astray && !told.isEmpty() && !isOpenLongText(diagnostic);
      if (inText || (hangsTogether && isEcho(structural, diagnostic))) {
        continue;
      }
      told.add(diagnostic);
      if (hangsTogether) {
        structural.add(diagnostic);
      }
    }
    return told;
  }

  private boolean isEcho(List<Diagnostic> told, Diagnostic diagnostic) {
    if (told.isEmpty()) {
      return false;
    }
    Diagnostic before = told.getLast();
    int first = line(before);
    int last = line(diagnostic);
    int margin = indentation(file.line(first));
    if (STARTS_NOTHING.matcher(file.line(last)).lookingAt()) {
      return isWithin(first, last, margin - 1) || isWithin(first, last, 0);
    }
    boolean misread = !isOpen(before);
    return (misread && isWithin(first, last, margin)) || isInOpenList(told, diagnostic);
  }

  private static boolean isOpen(Diagnostic diagnostic) {
    return diagnostic.code().equals(SyntaxCodes.UNCLOSED_BRACKET);
  }

  /** Lines in an open brace are read one by one; what is in another bracket hangs together. */
  private boolean isInOpenList(List<Diagnostic> told, Diagnostic diagnostic) {
    return !isOpen(diagnostic)
        && !diagnostic.code().equals(SyntaxCodes.UNCLOSED_TEXT)
        && told.stream()
            .filter(Echoes::isOpen)
            .filter(open -> !file.text(span(open)).endsWith("{"))
            .anyMatch(open -> isWithin(line(open), line(diagnostic), indentation(open)));
  }

  private int indentation(Diagnostic diagnostic) {
    return indentation(file.line(line(diagnostic)));
  }

  private int line(Diagnostic diagnostic) {
    return file.position(span(diagnostic).start()).line();
  }

  private static Span span(Diagnostic diagnostic) {
    return diagnostic.primary().orElseThrow().span();
  }

  private boolean isOpenLongText(Diagnostic diagnostic) {
    return diagnostic.code().equals(SyntaxCodes.UNCLOSED_TEXT)
        && file.text().startsWith(LONG, span(diagnostic).start() - file.base());
  }

  /** Whether no line behind the first one, up to the last one, starts an item at that margin. */
  private boolean isWithin(int first, int last, int margin) {
    for (int number = first + 1; number <= last; number++) {
      String line = file.line(number);
      if (!line.isBlank()
          && indentation(line) <= margin
          && !STARTS_NOTHING.matcher(line).lookingAt()) {
        return false;
      }
    }
    return last > first;
  }

  private static int indentation(String line) {
    return line.length() - line.stripLeading().length();
  }
}
