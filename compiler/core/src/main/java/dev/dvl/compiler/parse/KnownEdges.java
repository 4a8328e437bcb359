package dev.dvl.compiler.parse;

import dev.dvl.grammar.DvlLexer;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.atn.LexerATNSimulator;
import org.antlr.v4.runtime.dfa.DFAState;
import org.jspecify.annotations.Nullable;

/**
 * Runs the lexer's automaton. A token whose edges have all been seen before is matched in one plain
 * loop over the characters; any other is left to ANTLR, which learns its edges meanwhile.
 */
final class KnownEdges extends LexerATNSimulator {
  private final String text;

  private KnownEdges(DvlLexer lexer, Chars chars) {
    super(
        lexer,
        lexer.getATN(),
        lexer.getInterpreter().decisionToDFA,
        lexer.getInterpreter().getSharedContextCache());
    this.text = chars.text();
  }

  /** Makes {@code lexer}, which reads {@code chars}, match this way. */
  static void use(DvlLexer lexer, Chars chars) {
    lexer.setInterpreter(new KnownEdges(lexer, chars));
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // ERROR is one object, and equal states are another thing
  protected int execATN(CharStream input, DFAState start) {
    @Nullable DFAState longest = null;
    int end = 0;
    @Nullable DFAState state = start;
    for (int at = startIndex; state != ERROR; at++) {
      if (state == null) {
        return super.execATN(input, start);
      }
      if (state.isAcceptState) {
        longest = state;
        end = at;
      }
      state = target(state, at);
    }
    if (longest == null) {
      return super.execATN(input, start);
    }
    accept(input, longest.lexerActionExecutor, startIndex, end, 0, 0);
    return longest.prediction;
  }

  private @Nullable DFAState target(DFAState state, int at) {
    char c = at < text.length() ? text.charAt(at) : Character.MAX_VALUE;
    DFAState[] edges = state.edges;
    return c > MAX_DFA_EDGE || edges == null ? null : edges[c - MIN_DFA_EDGE];
  }
}
