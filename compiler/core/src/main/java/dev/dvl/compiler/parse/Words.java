package dev.dvl.compiler.parse;

import dev.dvl.grammar.DvlLexer;
import dev.dvl.grammar.DvlParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Says in the words of the language what is expected and what stands there. */
final class Words {
  /** May follow any value, so naming them explains nothing. */
  private static final IntervalSet OPERATORS =
      new IntervalSet(
          DvlLexer.STAR,
          DvlLexer.SLASH,
          DvlLexer.PLUS,
          DvlLexer.MINUS,
          DvlLexer.RANGE,
          DvlLexer.RANGE_EXCLUSIVE,
          DvlLexer.LESS,
          DvlLexer.LESS_EQUAL,
          DvlLexer.GREATER,
          DvlLexer.IN,
          DvlLexer.EQUAL,
          DvlLexer.NOT_EQUAL,
          DvlLexer.AND,
          DvlLexer.OR,
          DvlLexer.COALESCE,
          DvlLexer.DOT,
          DvlLexer.SAFE_DOT,
          DvlLexer.LBRACK,
          DvlLexer.SAFE_LBRACK,
          DvlLexer.LPAREN,
          DvlLexer.QUESTION,
          DvlLexer.PIPE);

  /** The same for types. */
  private static final IntervalSet SUFFIXES =
      new IntervalSet(DvlLexer.DOT, DvlLexer.LESS, DvlLexer.QUESTION, DvlLexer.PIPE);

  private static final int LONGEST_QUOTE = 40;

  private Words() {}

  /** The sign or word that a token of this type is written with. */
  static String sign(int type) {
    return switch (type) {
      case DvlLexer.HOLE_CLOSE -> "}";
      case DvlLexer.HOLE_OPEN -> "${";
      case DvlLexer.TEXT_CLOSE -> "\"";
      default -> {
        String literal = DvlLexer.VOCABULARY.getLiteralName(type);
        yield literal == null ? "" : literal.substring(1, literal.length() - 1);
      }
    };
  }

  /** What stands there, as the object of "found". */
  static String found(Lexeme token) {
    return switch (token.getType()) {
      case DvlLexer.NL, Token.EOF -> "the end of the line";
      case DvlLexer.TEXT, DvlLexer.TEXT_OPEN, DvlLexer.LONG_OPEN, DvlLexer.RAW -> "a text";
      default -> {
        String text = token.getText();
        yield text.length() > LONGEST_QUOTE
            ? "`" + text.substring(0, LONGEST_QUOTE) + "…`"
            : "`" + text + "`";
      }
    };
  }

  /** What could stand there, as the object of "expected". */
  static String expected(IntervalSet all) {
    if (all.contains(DvlLexer.NUMBER)) {
      return all.contains(DvlLexer.LBRACK) ? "a value" : typeOrPattern(all);
    }
    if (all.contains(DvlLexer.IDENT)) {
      return all.contains(DvlLexer.PARAM) && all.contains(DvlLexer.FOR) && all.contains(DvlLexer.AT)
          ? "an item"
          : "a name";
    }
    IntervalSet telling = all.subtract(all.contains(DvlLexer.PLUS) ? OPERATORS : SUFFIXES);
    return telling.isNil() ? listed(all) : listed(telling);
  }

  private static String typeOrPattern(IntervalSet all) {
    return all.contains(DvlLexer.LPAREN) ? "a type" : "a literal";
  }

  private static String listed(IntervalSet set) {
    List<String> phrases = new ArrayList<>();
    for (int type : set.toList()) {
      if (phrases.size() < 4 && !endsLine(type) && !sign(type).isEmpty()) {
        phrases.add("`" + sign(type) + "`");
      }
    }
    boolean mayEnd = set.contains(DvlLexer.NL) || set.contains(Token.EOF);
    if (phrases.isEmpty() || (mayEnd && !set.contains(DvlLexer.ASSIGN))) {
      return "the end of the line";
    }
    return phrases.size() == 1
        ? phrases.getFirst()
        : String.join(", ", phrases.subList(0, phrases.size() - 1)) + " or " + phrases.getLast();
  }

  private static boolean endsLine(int type) {
    return type == DvlLexer.NL || type == Token.EOF;
  }

  /** Whether a rule is one of those that list things between separators. */
  static boolean isSequence(int rule) {
    return switch (rule) {
      case DvlParser.RULE_line,
          DvlParser.RULE_body,
          DvlParser.RULE_object,
          DvlParser.RULE_typeAtom,
          DvlParser.RULE_match ->
          true;
      default -> false;
    };
  }
}
