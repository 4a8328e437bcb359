package dev.dvl.grammar;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntegerStack;

/**
 * Keeps track of the holes of strings ({@code ${…}}): which brace closes one, and that a hole in a
 * one-line string ends with its line.
 */
public abstract class DvlLexerBase extends Lexer {
  /** For each open hole twice the number of braces open in it, plus one if its string is short. */
  private final IntegerStack holes = new IntegerStack();

  private int shortHoles;

  protected DvlLexerBase(CharStream input) {
    super(input);
  }

  /** Spaces between tokens are left out here: most tokens follow one, and a rule costs more. */
  @Override
  public Token nextToken() {
    if (_mode == DEFAULT_MODE) {
      for (int next = _input.LA(1); next == ' ' || next == '\t'; next = _input.LA(1)) {
        _input.consume();
      }
    }
    return super.nextToken();
  }

  protected final void openHole(boolean isShort) {
    holes.push(isShort ? 1 : 0);
    shortHoles += isShort ? 1 : 0;
  }

  protected final void openBrace() {
    if (!holes.isEmpty()) {
      holes.push(holes.pop() + 2);
    }
  }

  protected final void closeBrace() {
    if (holes.isEmpty()) {
      return;
    }
    if (holes.peek() >= 2) {
      holes.push(holes.pop() - 2);
    } else {
      closeHole();
      setType(DvlLexer.HOLE_CLOSE);
    }
  }

  /** Leaves every string that must end with its line, whatever is open inside it. */
  protected final void endLine() {
    if (_mode == DvlLexer.SHORT) {
      popMode();
    }
    while (shortHoles > 0) {
      closeHole();
      popMode();
    }
  }

  @Override
  public void reset() {
    super.reset();
    if (holes != null) { // called by the constructor of Lexer's heirs, before fields are set
      holes.clear();
      shortHoles = 0;
    }
  }

  private void closeHole() {
    shortHoles -= holes.pop() & 1;
    popMode();
  }
}
