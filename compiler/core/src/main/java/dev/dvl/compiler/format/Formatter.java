package dev.dvl.compiler.format;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
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
  private static final int MOST_ROUNDS = 8;

  private Formatter() {}

  /**
   * The text of {@code file} in its one form, and what is wrong with its syntax. A file with
   * characters that do not show keeps its text: what it says is not what a reader sees.
   */
  public static Outcome<String> format(SourceFile file) {
    Written written = Written.of(file);
    if (refuses(written.diagnostics())) {
      return new Outcome<>(file.text(), written.diagnostics());
    }
    return new Outcome<>(settled(written), written.diagnostics());
  }

  /**
   * What is right has its form at once. Beside what cannot be read a second look may see more, and
   * is taken: what does not come to rest so stays as it is written.
   */
  private static String settled(Written written) {
    Written now = written;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      String printed = print(now);
      if (printed.equals(now.file().text())) {
        return printed;
      }
      now = Written.of(new SourceMap().add(written.file().name(), printed));
      if (!saysTheSame(written, now)) {
        break;
      }
      if (written.diagnostics().isEmpty()) {
        return printed;
      }
    }
    return written.file().text();
  }

  /** Whether a file of which this is said is not formatted at all. */
  public static boolean refuses(List<Diagnostic> diagnostics) {
    return diagnostics.stream().anyMatch(it -> it.code().equals(SyntaxCodes.INVISIBLE));
  }

  /** The text in its form, whatever that says. */
  static String print(Written written) {
    return Printer.print(tree(written), written.file().text());
  }

  private static Group tree(Written written) {
    Grouping.Grouped grouped = Grouping.of(written.leaves());
    grouped.unread().forEach(offset -> Marking.innermost(grouped.file(), offset));
    grouped.unbalanced().forEach(offset -> Marking.outermost(grouped.file(), offset));
    for (Diagnostic diagnostic : written.diagnostics()) {
      int offset = diagnostic.primary().orElseThrow().span().start() - written.file().base();
      Marking.innermost(grouped.file(), offset);
    }
    return grouped.file();
  }

  /**
   * Where brackets do not balance, indentation shows where they were to end, and a change of it may
   * change what is read. Then, and wherever else it would say something else, a file stays as it
   * is.
   */
  private static boolean saysTheSame(Written written, Written again) {
    return Sameness.of(written.leaves(), again.leaves())
        && codes(written.diagnostics()).equals(codes(again.diagnostics()));
  }

  private static List<Code> codes(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Diagnostic::code).toList();
  }
}
