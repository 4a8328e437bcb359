package dev.dvl.compiler.format;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.parse.Parser;
import dev.dvl.compiler.parse.SyntaxCodes;
import dev.dvl.compiler.source.SourceFile;
import dev.dvl.compiler.source.SourceMap;
import java.util.List;

/**
 * Brings a text into its one form, which {@code docs/formatting.md} describes.
 *
 * <p>Laws: what is formatted is not changed when it is formatted again; words, signs and comments
 * stay the same, in their order, and so does the tree; only line ends, blanks and the commas that
 * separate are set. An item that cannot be read is left as it is written. Never fails.
 */
public final class Formatter {
  private Formatter() {}

  /**
   * The text of {@code file} in its one form, and what is wrong with its syntax. A file with
   * characters that do not show keeps its text: what it says is not what a reader sees.
   */
  public static Outcome<String> format(SourceFile file) {
    List<Diagnostic> diagnostics = Parser.parse(file).diagnostics();
    if (refuses(diagnostics)) {
      return new Outcome<>(file.text(), diagnostics);
    }
    String printed = print(file, diagnostics);
    boolean kept = printed.equals(file.text()) || saysTheSame(file, diagnostics, printed);
    return new Outcome<>(kept ? printed : file.text(), diagnostics);
  }

  /** Whether a file of which this is said is not formatted at all. */
  public static boolean refuses(List<Diagnostic> diagnostics) {
    return diagnostics.stream().anyMatch(it -> it.code().equals(SyntaxCodes.INVISIBLE));
  }

  /** The text in its form, whatever that says. */
  static String print(SourceFile file, List<Diagnostic> diagnostics) {
    return Printer.print(tree(file, diagnostics), file.text());
  }

  private static Group tree(SourceFile file, List<Diagnostic> diagnostics) {
    Grouping.Grouped grouped = Grouping.of(Leaves.of(file));
    grouped.unread().forEach(offset -> Marking.innermost(grouped.file(), offset));
    grouped.unbalanced().forEach(offset -> Marking.outermost(grouped.file(), offset));
    for (Diagnostic diagnostic : diagnostics) {
      int offset = diagnostic.primary().orElseThrow().span().start() - file.base();
      Marking.innermost(grouped.file(), offset);
    }
    return grouped.file();
  }

  /**
   * Where brackets do not balance, indentation shows where they were to end, and a change of it may
   * change what is read. Then, and wherever else it would say something else, a file stays as it
   * is.
   */
  private static boolean saysTheSame(
      SourceFile file, List<Diagnostic> diagnostics, String printed) {
    SourceFile again = new SourceMap().add(file.name(), printed);
    return Sameness.of(file, again)
        && codes(diagnostics).equals(codes(Parser.parse(again).diagnostics()));
  }

  private static List<Code> codes(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Diagnostic::code).toList();
  }
}
