package dev.dvl.grammar;

import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.TokenStream;

/** Counts how deep rules nest, so that no input can exhaust the stack. */
public abstract class DvlParserBase extends Parser {
  /** Enough for 256 nested brackets of any kind, and far from the end of a small thread's stack. */
  private static final int LIMIT = 2500;

  private int depth;

  protected DvlParserBase(TokenStream input) {
    super(input);
  }

  @Override
  public void enterRule(ParserRuleContext context, int state, int ruleIndex) {
    super.enterRule(context, state, ruleIndex);
    if (++depth > LIMIT) {
      throw new TooDeep();
    }
  }

  @Override
  public void exitRule() {
    depth--;
    super.exitRule();
  }

  @Override
  public void reset() {
    super.reset();
    depth = 0;
  }

  /** Thrown out of a rule that is nested deeper than the parser goes; the stream stands there. */
  public static final class TooDeep extends RuntimeException {
    TooDeep() {
      super("nested too deeply", null, false, false);
    }
  }
}
