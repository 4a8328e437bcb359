package dev.dvl.compiler.parse;

import dev.dvl.compiler.source.Span;
import dev.dvl.grammar.DvlLexer;
import dev.dvl.grammar.DvlParser;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNConfig;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * What the parser does at a token that fits nowhere: says so, then drops the rest of the innermost
 * item, field or arm. Nothing is invented and nothing in the middle is dropped.
 */
final class Recovery extends DefaultErrorStrategy {
  private final ParseReport report;

  /** Where objects start in which something is wrong. */
  private final Set<Token> broken = Collections.newSetFromMap(new IdentityHashMap<>());

  Recovery(ParseReport report) {
    this.report = report;
  }

  /** Keeps a bad token from ending the list it stands in. */
  @Override
  public void sync(Parser parser) {
    if (!Words.isSequence(parser.getContext().getRuleIndex())) {
      return;
    }
    ATNState state = parser.getATN().states.get(parser.getState());
    boolean between =
        state.getStateType() == ATNState.STAR_LOOP_ENTRY
            || state.getStateType() == ATNState.STAR_LOOP_BACK;
    if (between && listsThings(parser) && !endsElement(parser)) {
      boolean first = followsSeparator(parser);
      report(parser, first ? expectedElement(parser) : "the end of the line");
      beginErrorCondition(parser);
      skip(parser, false);
    }
  }

  @Override
  public Token recoverInline(Parser parser) {
    throw new InputMismatchException(parser);
  }

  @Override
  public void reportError(Parser parser, RecognitionException problem) {
    if (!inErrorRecoveryMode(parser)) {
      beginErrorCondition(parser);
      report(
          parser, (Lexeme) problem.getOffendingToken(), Words.expected(expected(parser, problem)));
    }
  }

  @Override
  public void recover(Parser parser, RecognitionException problem) {
    skip(parser, isHeader(parser.getContext().getRuleIndex()));
  }

  private static IntervalSet expected(Parser parser, RecognitionException problem) {
    if (!(problem instanceof NoViableAltException choice) || choice.getDeadEndConfigs() == null) {
      return parser.getExpectedTokens();
    }
    IntervalSet expected = new IntervalSet();
    for (ATNConfig config : choice.getDeadEndConfigs()) {
      expected.addAll(parser.getATN().nextTokens(config.state));
    }
    expected.remove(Token.EPSILON);
    return expected.isNil() ? parser.getExpectedTokens() : expected;
  }

  private void report(Parser parser, String expected) {
    if (!inErrorRecoveryMode(parser)) {
      report(parser, (Lexeme) parser.getCurrentToken(), expected);
    }
  }

  /** A virtual token stands for a bracket that has been reported where it was opened. */
  private void report(Parser parser, Lexeme found, String expected) {
    boolean lineEnd = found.getType() == DvlLexer.NL || found.getType() == Token.EOF;
    Lexeme before = before(parser, found);
    boolean echo = lineEnd ? before != found && before.isVirtual() : found.isVirtual();
    if (echo || isOfBrokenObject(parser.getContext())) {
      return;
    }
    Span span = lineEnd ? Span.at(before.span().end()) : found.span();
    Mistake mistake = new Mistake(parser.getInputStream(), found, before, span, expected);
    report.add(
        MisplacedField.fix(parser.getContext())
            .map(mistake.plain()::fix)
            .orElseGet(mistake::diagnostic));
  }

  /**
   * Whether a mistake in the same object has been told. What fits nowhere in an object is most
   * often a body whose header is broken, and then no line of it fits.
   */
  private boolean isOfBrokenObject(ParserRuleContext innermost) {
    for (ParserRuleContext at = innermost; at != null; at = at.getParent()) {
      if (at.getRuleIndex() == DvlParser.RULE_object || at instanceof DvlParser.ObjectTypeContext) {
        return !broken.add(at.getStart());
      }
      if (at.getRuleIndex() == DvlParser.RULE_body) {
        return false;
      }
    }
    return false;
  }

  private static Lexeme before(Parser parser, Lexeme token) {
    return (Lexeme) parser.getInputStream().get(Math.max(0, token.getTokenIndex() - 1));
  }

  /** Goes on to the end of the innermost line or block; a block in between is skipped whole. */
  private static void skip(Parser parser, boolean stopAtBlock) {
    int depth = 0;
    for (int type = parser.getInputStream().LA(1);
        type != Token.EOF;
        type = parser.getInputStream().LA(1)) {
      boolean end = type == DvlLexer.NL || type == DvlLexer.RBRACE || type == DvlLexer.HOLE_CLOSE;
      if (depth == 0 && (end || (stopAtBlock && type == DvlLexer.LBRACE))) {
        return;
      }
      depth += opens(type) ? 1 : closes(type) ? -1 : 0;
      parser.consume();
    }
  }

  private static boolean opens(int type) {
    return type == DvlLexer.LBRACE || type == DvlLexer.HOLE_OPEN;
  }

  private static boolean closes(int type) {
    return type == DvlLexer.RBRACE || type == DvlLexer.HOLE_CLOSE;
  }

  /** Whether the loop the parser stands in is one between braces, not one of operators. */
  private static boolean listsThings(Parser parser) {
    ParserRuleContext context = parser.getContext();
    return switch (context.getRuleIndex()) {
      case DvlParser.RULE_typeAtom -> context instanceof DvlParser.ObjectTypeContext;
      default -> true;
    };
  }

  private static boolean endsElement(Parser parser) {
    int type = parser.getInputStream().LA(1);
    return type == DvlLexer.NL
        || type == DvlLexer.COMMA
        || type == DvlLexer.RBRACE
        || type == Token.EOF;
  }

  private static boolean followsSeparator(Parser parser) {
    int at = parser.getInputStream().index();
    int before = at == 0 ? DvlLexer.NL : parser.getInputStream().LA(-1);
    return before == DvlLexer.NL || before == DvlLexer.COMMA || before == DvlLexer.LBRACE;
  }

  private static String expectedElement(Parser parser) {
    return switch (parser.getContext().getRuleIndex()) {
      case DvlParser.RULE_match -> "an arm";
      case DvlParser.RULE_typeAtom -> "a field";
      case DvlParser.RULE_object -> "a field";
      default -> "an item";
    };
  }

  private static boolean isHeader(int rule) {
    return switch (rule) {
      case DvlParser.RULE_name,
          DvlParser.RULE_path,
          DvlParser.RULE_place,
          DvlParser.RULE_platform ->
          true;
      default -> false;
    };
  }
}
