package dev.dvl.compiler.parse;

import java.util.BitSet;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.dfa.DFA;

/** Counts how often a prediction was not settled without the whole stack. */
final class FullContexts extends BaseErrorListener {
  private int count;

  int count() {
    return count;
  }

  @Override
  public void reportAttemptingFullContext(
      Parser parser, DFA dfa, int start, int stop, BitSet alternatives, ATNConfigSet configs) {
    count++;
  }
}
