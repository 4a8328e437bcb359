package dev.dvl.compiler.parse;

import dev.dvl.grammar.DvlLexer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * The third pass: keeps the newlines that end something and drops all others.
 *
 * <p>A newline counts unless it stands directly inside round or square brackets, follows a token
 * that needs another, or comes before a token that only continues.
 */
final class Newlines {
  /** A line that ends in one of these goes on. */
  private static final BitSet UNFINISHED =
      set(
          DvlLexer.COMMA,
          DvlLexer.ASSIGN,
          DvlLexer.COLON,
          DvlLexer.ARROW,
          DvlLexer.EQUAL,
          DvlLexer.NOT_EQUAL,
          DvlLexer.LESS_EQUAL,
          DvlLexer.LESS,
          DvlLexer.AND,
          DvlLexer.OR,
          DvlLexer.PIPE,
          DvlLexer.NOT,
          DvlLexer.PLUS,
          DvlLexer.MINUS,
          DvlLexer.STAR,
          DvlLexer.SLASH,
          DvlLexer.RANGE,
          DvlLexer.RANGE_EXCLUSIVE,
          DvlLexer.DOT,
          DvlLexer.SAFE_DOT,
          DvlLexer.COALESCE,
          DvlLexer.LBRACE,
          DvlLexer.LBRACK,
          DvlLexer.SAFE_LBRACK,
          DvlLexer.LPAREN,
          DvlLexer.HOLE_OPEN);

  /** The same for words, where they are no member's name. */
  private static final BitSet UNFINISHED_WORDS =
      set(DvlLexer.THEN, DvlLexer.ELSE, DvlLexer.IN, DvlLexer.WHERE);

  /** A line that starts with one of these goes on with the line before. */
  private static final BitSet CONTINUING =
      set(
          DvlLexer.DOT,
          DvlLexer.SAFE_DOT,
          DvlLexer.COALESCE,
          DvlLexer.PIPE,
          DvlLexer.ARROW,
          DvlLexer.AND,
          DvlLexer.OR,
          DvlLexer.PLUS,
          DvlLexer.STAR,
          DvlLexer.SLASH,
          DvlLexer.RANGE,
          DvlLexer.RANGE_EXCLUSIVE,
          DvlLexer.EQUAL,
          DvlLexer.NOT_EQUAL,
          DvlLexer.LESS_EQUAL,
          DvlLexer.LESS,
          DvlLexer.GREATER,
          DvlLexer.RBRACE,
          DvlLexer.RBRACK,
          DvlLexer.RPAREN,
          DvlLexer.HOLE_CLOSE,
          DvlLexer.THEN,
          DvlLexer.WHERE);

  private final List<Lexeme> in;
  private final List<Lexeme> out;
  private final List<Integer> ends = new ArrayList<>();

  /** For each open bracket whether newlines count directly inside it. */
  private final BitSet counting = new BitSet();

  private int depth;

  /** How many type arguments are open, as far as signs tell; any other {@code >} is an operator. */
  private int angles;

  private boolean endsInOperator;

  private Newlines(List<Lexeme> in) {
    this.in = in;
    this.out = new ArrayList<>(in.size());
    counting.set(0);
  }

  /**
   * What is left, without spare newlines.
   *
   * @param tokens each knows its index in this list
   * @param ends the indices of the tokens at which a top-level line ends, the last one an EOF
   */
  record Settled(List<Lexeme> tokens, List<Integer> ends) {}

  /** Needs balanced brackets. */
  static Settled settle(List<Lexeme> tokens) {
    Newlines newlines = new Newlines(tokens);
    newlines.run();
    newlines.ends.add(newlines.out.size() - 1);
    return new Settled(newlines.out, newlines.ends);
  }

  private void run() {
    @Nullable Lexeme newline = null;
    for (int i = 0; i < in.size(); i++) {
      Lexeme token = in.get(i);
      int type = token.getType();
      if (type == DvlLexer.NL) {
        newline = newline == null ? token : newline;
        continue;
      }
      if (newline != null && counts(token, i)) {
        if (depth == 0) {
          ends.add(out.size());
        }
        add(newline);
      }
      newline = null;
      nest(type);
      weigh(type);
      add(token);
    }
  }

  private void add(Lexeme token) {
    token.setIndex(out.size());
    out.add(token);
  }

  private boolean counts(Lexeme next, int nextIndex) {
    return counting.get(depth)
        && !out.isEmpty()
        && (startsItem(nextIndex) || (!unfinished(next) && !continues(next, nextIndex)));
  }

  private boolean unfinished(Lexeme next) {
    int last = out.getLast().getType();
    if (UNFINISHED.get(last) || (last == DvlLexer.GREATER && endsInOperator)) {
      return true;
    }
    boolean member = out.size() > 1 && isDot(out.get(out.size() - 2).getType());
    boolean elseBlock = last == DvlLexer.ELSE && next.getType() == DvlLexer.LBRACE;
    return UNFINISHED_WORDS.get(last) && !member && !elseBlock;
  }

  private boolean continues(Lexeme next, int index) {
    int type = next.getType();
    if (type == Token.EOF || CONTINUING.get(type)) {
      return true;
    }
    int second = index + 1 < in.size() ? in.get(index + 1).getType() : Token.EOF;
    boolean key = second == DvlLexer.ASSIGN || second == DvlLexer.COLON;
    return (type == DvlLexer.ELSE && !startsArm(index)) || (type == DvlLexer.IN && !key);
  }

  /** Whether an {@code else} is that of a match; its arrow may stand on a line of its own. */
  private boolean startsArm(int index) {
    int next = index + 1;
    while (next < in.size() && in.get(next).getType() == DvlLexer.NL) {
      next++;
    }
    return next < in.size() && in.get(next).getType() == DvlLexer.ARROW;
  }

  /** Tells the {@code >} of a type from that of a comparison. */
  private void weigh(int type) {
    endsInOperator = type == DvlLexer.GREATER && angles == 0;
    switch (type) {
      case DvlLexer.LESS -> angles++;
      case DvlLexer.GREATER -> angles = Math.max(0, angles - 1);
      case DvlLexer.AND, DvlLexer.OR, DvlLexer.ASSIGN, DvlLexer.EQUAL, DvlLexer.NOT_EQUAL ->
          angles = 0;
      default -> {}
    }
  }

  /**
   * Two words in a row at the start of a line start an item, whatever the line before lacks; but
   * {@code secret T} and {@code known T} may be the type it lacks.
   */
  private boolean startsItem(int index) {
    int first = in.get(index).getType();
    int second = index + 1 < in.size() ? in.get(index + 1).getType() : Token.EOF;
    return isName(first)
        && isName(second)
        && first != DvlLexer.SECRET
        && first != DvlLexer.KNOWN
        && out.getLast().getType() != DvlLexer.LBRACE;
  }

  private static boolean isName(int type) {
    return type >= DvlLexer.MODULE && type <= DvlLexer.IDENT;
  }

  private static boolean isDot(int type) {
    return type == DvlLexer.DOT || type == DvlLexer.SAFE_DOT;
  }

  private void nest(int type) {
    switch (type) {
      case DvlLexer.LBRACE -> counting.set(++depth);
      case DvlLexer.LBRACK,
          DvlLexer.SAFE_LBRACK,
          DvlLexer.LPAREN,
          DvlLexer.HOLE_OPEN,
          DvlLexer.TEXT_OPEN,
          DvlLexer.LONG_OPEN ->
          counting.clear(++depth);
      case DvlLexer.RBRACE,
          DvlLexer.RBRACK,
          DvlLexer.RPAREN,
          DvlLexer.HOLE_CLOSE,
          DvlLexer.TEXT_CLOSE ->
          depth--;
      default -> {}
    }
  }

  private static BitSet set(int... types) {
    BitSet set = new BitSet();
    for (int type : types) {
      set.set(type);
    }
    return set;
  }
}
