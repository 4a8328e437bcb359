package dev.dvl.compiler.parse;

import dev.dvl.compiler.diagnostic.Fix;
import dev.dvl.compiler.source.Span;
import dev.dvl.grammar.DvlLexer;
import java.util.List;
import java.util.Optional;

/**
 * What stands for a {@code ;}: nothing at the end of a line or bracket, a comma in brackets of one
 * line and in lists, and else the end of the line.
 *
 * @param before all tokens before it
 */
record Semicolon(Lexeme token, List<Lexeme> before) {

  /** The innermost bracket that is open, or 0, and whether its line goes on here. */
  private record Opener(int type, boolean sameLine) {}

  Optional<Fix> fix() {
    String rest = token.restOfLine();
    return separates(rest.strip())
        ? separator(opener(), rest)
        : Optional.of(with("remove it", "", Fix.Confidence.CERTAIN));
  }

  private Optional<Fix> separator(Opener opener, String rest) {
    return switch (opener.type) {
      case 0 -> Optional.of(lineEnd(rest));
      case DvlLexer.LBRACE ->
          Optional.of(
              opener.sameLine ? with("write `,`", ",", Fix.Confidence.CERTAIN) : lineEnd(rest));
      case DvlLexer.LBRACK, DvlLexer.LPAREN ->
          Optional.of(with("write `,`", ",", Fix.Confidence.LIKELY));
      default -> Optional.empty();
    };
  }

  private Fix lineEnd(String rest) {
    int blanks = rest.length() - rest.stripLeading().length();
    Span place = new Span(token.from(), token.to() + blanks);
    return Fix.replace("end the line", Fix.Confidence.CERTAIN, place, "\n" + token.margin());
  }

  private Fix with(String title, String text, Fix.Confidence confidence) {
    return Fix.replace(title, confidence, token.span(), text);
  }

  /** Whether something stands on both sides. */
  private boolean separates(String rest) {
    boolean first = before.isEmpty() || before.getLast().getType() == DvlLexer.NL;
    boolean last = rest.isEmpty() || ";}])/".indexOf(rest.charAt(0)) >= 0;
    return !first && !last;
  }

  private Opener opener() {
    int closed = 0;
    boolean sameLine = true;
    for (Lexeme at : before.reversed()) {
      int type = at.getType();
      sameLine &= type != DvlLexer.NL;
      if (Brackets.isCloser(type)) {
        closed++;
      } else if (Brackets.closerOf(type) != 0 && closed-- == 0) {
        return new Opener(type, sameLine);
      }
    }
    return new Opener(0, sameLine);
  }
}
