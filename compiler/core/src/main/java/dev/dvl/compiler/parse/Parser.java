package dev.dvl.compiler.parse;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.source.SourceFile;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Comment;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.FileTree;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.grammar.DvlLexer;
import dev.dvl.grammar.DvlParser;
import dev.dvl.grammar.DvlParserBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Turns a text into a tree. Never fails: whatever the text, there is a tree, with what could not be
 * read marked in it as broken and reported, at most one diagnostic a line.
 *
 * <p>A file is parsed one top-level line at a time, so that a mistake stays where it is, and no
 * more than one line's parse tree is ever held.
 */
public final class Parser {
  /** In tokens: what one line's parse tree may hold within a few hundred megabytes. */
  private static final int LONGEST = 1_000_000;

  private final ParseReport report;
  private final ItemBuilder items;
  private final DvlParser quick;

  private Parser(ParseReport report, ItemBuilder items, Line any) {
    this.report = report;
    this.items = items;
    this.quick = new DvlParser(any);
    quick.removeErrorListeners();
    quick.setBuildParseTree(false);
    quick.setErrorHandler(new BailErrorStrategy());
    quick.getInterpreter().setPredictionMode(PredictionMode.SLL);
  }

  public static Outcome<FileTree> parse(SourceFile file) {
    ParseReport report = new ParseReport(file);
    Lexing lexing = Lexing.of(file, report);
    Newlines.Settled settled = Newlines.settle(Brackets.balance(lexing.tokens(), report));
    ItemBuilder items = new Building(report, settled.tokens(), lexing.comments()).items();
    new Parser(report, items, new Line(settled.tokens(), 0, 0)).lines(settled, () -> {});
    return new Outcome<>(new FileTree(file, items.finish(), lexing.comments()), report.sorted());
  }

  /** Reports what is wrong with a text, and keeps nothing of what it says. */
  static void judge(Newlines.Settled settled, List<Comment> comments, ParseReport report) {
    ItemBuilder items = new Building(report, settled.tokens(), comments).items();
    new Parser(report, items, new Line(settled.tokens(), 0, 0)).lines(settled, items::forget);
    items.finish();
  }

  /**
   * Reads a text that is one expression, as the value of a {@code let} without a name: empty where
   * nothing is written, or nothing can be read.
   */
  public static Outcome<Optional<Item.Let>> expression(SourceFile file) {
    ParseReport report = new ParseReport(file);
    Lexing lexing = Lexing.of(file, report);
    List<Lexeme> tokens = new ArrayList<>(Brackets.balance(lexing.tokens(), report));
    if (!tokens.isEmpty()) {
      Lexeme first = tokens.getFirst();
      tokens.addAll(
          0,
          Stream.of(DvlLexer.LET, DvlLexer.IDENT, DvlLexer.ASSIGN)
              .map(first::virtualBefore)
              .toList());
    }
    Newlines.Settled settled = Newlines.settle(tokens);
    ItemBuilder items = new Building(report, settled.tokens(), lexing.comments()).items();
    new Parser(report, items, new Line(settled.tokens(), 0, 0)).lines(settled, () -> {});
    List<Item> found = items.finish();
    found.stream().skip(1).findFirst().ifPresent(next -> notAlone(next, report));
    Optional<Item.Let> read =
        found.stream()
            .filter(Item.Let.class::isInstance)
            .map(Item.Let.class::cast)
            .filter(let -> !(let.value() instanceof Expr.Broken))
            .findFirst();
    return new Outcome<>(read, report.sorted());
  }

  private static void notAlone(Item next, ParseReport report) {
    report.add(
        Diagnostic.at(SyntaxCodes.UNEXPECTED, next.span(), "only one expression may stand here"));
  }

  private void lines(Newlines.Settled settled, Runnable afterEach) {
    List<Lexeme> tokens = settled.tokens();
    int from = 0;
    for (int end : settled.ends()) {
      if (from < end) {
        line(new Line(tokens, from, end));
        afterEach.run();
      }
      from = end + 1;
    }
  }

  /** Quick prediction first; where that finds a mistake, the line is read again with full care. */
  private void line(Line line) {
    if (line.length() > LONGEST) {
      tooLong(line);
      return;
    }
    quick.setInputStream(line);
    try {
      items.take(quick.line());
    } catch (ParseCancellationException mistake) {
      careful(line);
    } catch (DvlParserBase.TooDeep tooDeep) {
      tooDeep(line);
    }
  }

  private void careful(Line line) {
    line.rewind();
    DvlParser parser = new DvlParser(line);
    parser.removeErrorListeners();
    parser.setErrorHandler(new Recovery(report));
    try {
      items.take(parser.line());
    } catch (DvlParserBase.TooDeep tooDeep) {
      tooDeep(line);
    }
  }

  private void tooLong(Line line) {
    Span start = line.LT(1).span();
    report.add(
        Diagnostic.at(
            SyntaxCodes.TOO_LONG,
            start,
            "this item is longer than " + LONGEST + " words and signs"));
    items.broken(line.span());
  }

  private void tooDeep(Line line) {
    Lexeme at = line.LT(1);
    report.addLast(
        Diagnostic.at(SyntaxCodes.TOO_DEEP, at.span(), "this is nested too deeply to be read"));
    items.broken(line.span());
  }
}
