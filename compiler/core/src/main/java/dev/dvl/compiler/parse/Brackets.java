package dev.dvl.compiler.parse;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.grammar.DvlLexer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntegerStack;

/**
 * The second pass: makes brackets balance, so that the parser always sees whole blocks. Holes and
 * quotes of strings are brackets too.
 *
 * <p>A bracket that is never closed is closed where the layout shows it: before a line that starts
 * an item at or left of the indentation of the line the bracket stands on. A text that balances is
 * left as it is, however it is indented. One pass, linear.
 */
final class Brackets {
  private static final int LIMIT = 256;

  private final List<Lexeme> in;
  private final List<Lexeme> out = new ArrayList<>();
  private final ParseReport report;
  private final boolean balanced;
  private final Deque<Open> open = new ArrayDeque<>();
  private int deepest;
  private int openTexts;
  private int lineIndent;

  /** An open bracket and the indentation of its line. */
  private record Open(Lexeme token, int indent) {}

  private Brackets(List<Lexeme> in, ParseReport report) {
    this.in = in;
    this.report = report;
    this.balanced = balances();
  }

  static List<Lexeme> balance(List<Lexeme> tokens, ParseReport report) {
    Brackets brackets = new Brackets(tokens, report);
    if (brackets.balanced && brackets.deepest <= LIMIT) {
      return tokens;
    }
    brackets.run();
    return brackets.out;
  }

  private void run() {
    boolean lineStart = true;
    for (int i = 0; i < in.size(); i++) {
      Lexeme token = in.get(i);
      int type = token.getType();
      if (type == DvlLexer.NL) {
        closeTexts(token);
        lineStart = true;
      } else if (lineStart) {
        startLine(i);
        lineStart = false;
      }
      if (type == Token.EOF) {
        closeAll(token);
      }
      if (isCloser(type)) {
        close(token);
      } else if (closerOf(type) == 0) {
        out.add(token);
      } else if (open.size() < LIMIT) {
        push(token);
      } else {
        tooDeep(token);
        i = skipNested(i);
      }
    }
  }

  private void push(Lexeme token) {
    out.add(token);
    open.push(new Open(token, lineIndent));
    openTexts += token.getType() == DvlLexer.TEXT_OPEN ? 1 : 0;
  }

  private void close(Lexeme closer) {
    int type = closer.getType();
    if (open.stream().noneMatch(entry -> closerOf(entry.token.getType()) == type)) {
      report.add(
          Diagnostic.at(
              SyntaxCodes.UNOPENED_BRACKET,
              closer.span(),
              "no bracket is open that `" + closer.getText() + "` could close"));
      return;
    }
    while (closerOf(open.element().token.getType()) != type) {
      closeVirtually(closer);
    }
    pop();
    out.add(closer);
  }

  private Open pop() {
    Open last = open.pop();
    openTexts -= last.token.getType() == DvlLexer.TEXT_OPEN ? 1 : 0;
    return last;
  }

  private void closeVirtually(Lexeme before) {
    Lexeme opener = pop().token;
    out.add(before.virtualBefore(closerOf(opener.getType())));
    boolean text = opener.getType() == DvlLexer.TEXT_OPEN || opener.getType() == DvlLexer.LONG_OPEN;
    report.add(
        text
            ? Diagnostic.at(SyntaxCodes.UNCLOSED_TEXT, opener.span(), unclosedText(opener))
            : Diagnostic.at(
                SyntaxCodes.UNCLOSED_BRACKET,
                opener.span(),
                "no `" + Words.sign(closerOf(opener.getType())) + "` closes this"));
  }

  private static String unclosedText(Lexeme opener) {
    return opener.getType() == DvlLexer.TEXT_OPEN
        ? "this text does not end on its line"
        : "no `\"\"\"` ends this text";
  }

  /** A one-line string ends with its line, whatever is open inside it. */
  private void closeTexts(Lexeme newline) {
    while (openTexts > 0) {
      if (isForeignEnd()) {
        out.add(newline.virtualBefore(closerOf(pop().token.getType())));
      } else {
        closeVirtually(newline);
      }
    }
  }

  /** Whether a quote at the end of a line was to end a text in which a hole is still open. */
  @SuppressWarnings("ReferenceEquality") // Tokens are told apart by identity.
  private boolean isForeignEnd() {
    return open.size() > 1
        && open.element().token.getType() == DvlLexer.TEXT_OPEN
        && open.element().token == out.getLast()
        && open.stream().skip(1).findFirst().orElseThrow().token.getType() == DvlLexer.HOLE_OPEN;
  }

  private void closeAll(Lexeme end) {
    while (!open.isEmpty()) {
      closeVirtually(end);
    }
  }

  private void startLine(int index) {
    Lexeme token = in.get(index);
    lineIndent = token.indentation();
    if (!balanced && isCloser(token.getType())) {
      closeInner(token);
    }
    if (!balanced && startsItem(index)) {
      boolean closed = false;
      while (!open.isEmpty() && lineIndent <= open.element().indent) {
        closeVirtually(token);
        closed = true;
      }
      if (closed) {
        out.add(token.virtualBefore(DvlLexer.NL));
      }
    }
  }

  /** A closing bracket below the start of an open line closes what was opened there. */
  private void closeInner(Lexeme closer) {
    boolean below =
        open.stream()
            .anyMatch(
                it -> it.indent == lineIndent && closerOf(it.token.getType()) == closer.getType());
    while (below && lineIndent < open.element().indent) {
      closeVirtually(closer);
    }
  }

  /** Whether the tokens from {@code index} on look like an item and not like part of a value. */
  private boolean startsItem(int index) {
    int type = in.get(index).getType();
    if (type == DvlLexer.AT) {
      return true;
    }
    boolean word = type >= DvlLexer.IF && type <= DvlLexer.IDENT;
    if (!word || index + 1 >= in.size()) {
      return false;
    }
    int next = in.get(index + 1).getType();
    return (next >= DvlLexer.IF && next <= DvlLexer.IDENT)
        || next == DvlLexer.ASSIGN
        || next == DvlLexer.COLON
        || next == DvlLexer.LBRACE
        || next == DvlLexer.TEXT
        || next == DvlLexer.TEXT_OPEN;
  }

  private void tooDeep(Lexeme token) {
    report.addLast(
        Diagnostic.at(
            SyntaxCodes.TOO_DEEP, token.span(), "brackets nest deeper than " + LIMIT + " here"));
  }

  /** The index of the token that closes the bracket at {@code from}, or the last before the end. */
  private int skipNested(int from) {
    int depth = 0;
    for (int i = from; i < in.size() - 1; i++) {
      int type = in.get(i).getType();
      depth += closerOf(type) != 0 ? 1 : isCloser(type) ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return in.size() - 2;
  }

  /** Whether every bracket is closed by its own kind, and one-line texts on their lines. */
  private boolean balances() {
    IntegerStack openers = new IntegerStack();
    int texts = 0;
    for (Lexeme token : in) {
      int type = token.getType();
      if (closerOf(type) != 0) {
        openers.push(type);
        deepest = Math.max(deepest, openers.size());
        texts += type == DvlLexer.TEXT_OPEN ? 1 : 0;
      } else if (isCloser(type)) {
        if (openers.isEmpty() || closerOf(openers.peek()) != type) {
          return false;
        }
        texts -= openers.pop() == DvlLexer.TEXT_OPEN ? 1 : 0;
      } else if (type == DvlLexer.NL && texts > 0) {
        return false;
      }
    }
    return openers.isEmpty();
  }

  /** Whether a type closes a bracket. */
  static boolean isCloser(int type) {
    return switch (type) {
      case DvlLexer.RBRACE,
          DvlLexer.RBRACK,
          DvlLexer.RPAREN,
          DvlLexer.HOLE_CLOSE,
          DvlLexer.TEXT_CLOSE ->
          true;
      default -> false;
    };
  }

  /** The type that closes {@code type}, or 0 where it is no opening bracket. */
  static int closerOf(int type) {
    return switch (type) {
      case DvlLexer.LBRACE -> DvlLexer.RBRACE;
      case DvlLexer.LBRACK, DvlLexer.SAFE_LBRACK -> DvlLexer.RBRACK;
      case DvlLexer.LPAREN -> DvlLexer.RPAREN;
      case DvlLexer.HOLE_OPEN -> DvlLexer.HOLE_CLOSE;
      case DvlLexer.TEXT_OPEN, DvlLexer.LONG_OPEN -> DvlLexer.TEXT_CLOSE;
      default -> 0;
    };
  }
}
