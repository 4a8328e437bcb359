package dev.dvl.compiler.parse;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Fix;
import dev.dvl.compiler.source.Span;
import dev.dvl.grammar.DvlLexer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/**
 * A token that fits nowhere, explained: the common slips by what they are, all others by what was
 * expected.
 */
record Mistake(TokenStream tokens, Lexeme found, Lexeme before, Span span, String expected) {

  /** What was expected, and nothing more. */
  Diagnostic plain() {
    return unexpected(expected);
  }

  Diagnostic diagnostic() {
    if (startsEntry(before) && found.getType() == DvlLexer.TEXT && isLabel()) {
      return label();
    }
    if (startsEntry(before) && startsValue()) {
      return unexpected("`=`")
          .fix(Fix.replace("write `=`", Fix.Confidence.LIKELY, Span.at(before.span().end()), " ="));
    }
    if (startsEntry(before) && found.getType() == DvlLexer.COLON && expected.equals("`=`")) {
      return unexpected(expected).fix(sign("=", " =", Fix.Confidence.CERTAIN, before, found));
    }
    if (startsEntry(before) && found.getType() == DvlLexer.ASSIGN && expected.equals("`:`")) {
      return unexpected(expected).fix(sign(":", ":", Fix.Confidence.CERTAIN, before, found));
    }
    if (before.getType() == DvlLexer.COLON && startsEntry(behind(2)) && isBracket()) {
      return unexpected(expected).fix(sign("=", " =", Fix.Confidence.LIKELY, behind(2), before));
    }
    if (isHardWord() && standsForName()) {
      return hardWord(found.getText());
    }
    Diagnostic plain = plain();
    return switch (found.getType()) {
      case DvlLexer.LBRACE ->
          before.getType() == DvlLexer.NL || before.end() == 0
              ? plain.note("A `{` stands on the line of its header.")
              : plain;
      case DvlLexer.IF, DvlLexer.MATCH ->
          expected.equals("a value")
              ? plain.note("Inside an operation `if` and `match` stand in parentheses.")
              : plain;
      case DvlLexer.ASSIGN ->
          expected.equals("the end of the line") && next() != DvlLexer.GREATER
              ? plain.note("Whether two values are equal is asked with `==`.")
              : plain;
      default -> plain;
    };
  }

  private Diagnostic hardWord(String word) {
    Diagnostic reserved = unexpected("a name").note("`" + word + "` is a word of the language.");
    boolean key =
        next() == DvlLexer.ASSIGN
            && switch (before.getType()) {
              case DvlLexer.NL, DvlLexer.LBRACE, DvlLexer.COMMA -> true;
              default -> false;
            };
    return key
        ? reserved.fix(
            Fix.replace("put it in quotes", Fix.Confidence.LIKELY, span, "\"" + word + "\""))
        : reserved;
  }

  /** Writes a sign in the place of all that stands behind {@code name} up to {@code wrong}. */
  private static Fix sign(
      String sign, String text, Fix.Confidence confidence, Lexeme name, Lexeme wrong) {
    Span place = new Span(name.span().end(), wrong.span().end());
    return Fix.replace("write `" + sign + "`", confidence, place, text);
  }

  /** The token that stands so many before the one found; that one where there are none. */
  private Lexeme behind(int count) {
    int index = found.getTokenIndex() - count;
    return index >= 0 && tokens.get(index) instanceof Lexeme lexeme ? lexeme : found;
  }

  private boolean isBracket() {
    return found.getType() == DvlLexer.LBRACK;
  }

  /** Whether a word stands where what it is followed by follows a name. */
  private boolean standsForName() {
    return switch (next()) {
      case DvlLexer.COLON, DvlLexer.ASSIGN -> true;
      case DvlLexer.LBRACE, DvlLexer.LBRACK -> expected.equals("a name") || startsEntry(before);
      default -> expected.equals("a name");
    };
  }

  private boolean isHardWord() {
    return switch (found.getType()) {
      case DvlLexer.IF,
          DvlLexer.THEN,
          DvlLexer.ELSE,
          DvlLexer.FOR,
          DvlLexer.IN,
          DvlLexer.ON,
          DvlLexer.MATCH,
          DvlLexer.WHERE,
          DvlLexer.TRUE,
          DvlLexer.FALSE,
          DvlLexer.NULL ->
          true;
      default -> false;
    };
  }

  private int next() {
    int index = found.getTokenIndex() + 1;
    return index < tokens.size() ? tokens.get(index).getType() : Token.EOF;
  }

  private Diagnostic unexpected(String what) {
    return Diagnostic.at(
        SyntaxCodes.UNEXPECTED, span, "expected " + what + ", found " + Words.found(found));
  }

  /** Whether a name is the first word of its item. */
  private boolean startsEntry(Lexeme name) {
    if (name.getType() != DvlLexer.IDENT || name == found) {
      return false;
    }
    int index = name.getTokenIndex();
    int type = index == 0 ? DvlLexer.NL : tokens.get(index - 1).getType();
    return type == DvlLexer.NL || type == DvlLexer.LBRACE || type == DvlLexer.COMMA;
  }

  private boolean startsValue() {
    return switch (found.getType()) {
      case DvlLexer.TEXT,
          DvlLexer.TEXT_OPEN,
          DvlLexer.LONG_OPEN,
          DvlLexer.RAW,
          DvlLexer.NUMBER,
          DvlLexer.TRUE,
          DvlLexer.FALSE,
          DvlLexer.NULL ->
          true;
      default -> false;
    };
  }

  /** Whether what follows the text is what follows a name in a declaration. */
  private boolean isLabel() {
    int next = next();
    return next == DvlLexer.LBRACE || next == DvlLexer.ON || next == DvlLexer.LBRACK;
  }

  private Diagnostic label() {
    String chars = found.getText().substring(1, found.getText().length() - 1);
    Diagnostic diagnostic =
        Diagnostic.at(SyntaxCodes.NOT_A_NAME, span, "a text cannot be a label")
            .note("What is declared is called by a name, as it is where it is used.");
    return chars.matches("[A-Za-z_][A-Za-z0-9_]*")
        ? diagnostic.fix(Fix.replace("write `" + chars + "`", Fix.Confidence.LIKELY, span, chars))
        : diagnostic;
  }
}
