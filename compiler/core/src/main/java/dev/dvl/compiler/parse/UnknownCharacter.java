package dev.dvl.compiler.parse;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Fix;
import dev.dvl.compiler.source.Span;
import java.util.List;

/** Explains a character that no token starts with, often a habit from another language. */
final class UnknownCharacter {
  private UnknownCharacter() {}

  /** What is wrong with {@code token}, which stands behind the tokens {@code before}. */
  static Diagnostic explain(Lexeme token, List<Lexeme> before) {
    Span span = token.span();
    String text = token.getText();
    String label =
        text.length() == 1 && Character.isSurrogate(text.charAt(0))
            ? "only texts and comments may hold this character"
            : "`" + text + "` has no meaning here";
    Diagnostic plain = Diagnostic.at(SyntaxCodes.UNKNOWN_CHARACTER, span, label);
    return switch (text) {
      case ";" -> semicolon(plain, new Semicolon(token, before));
      case "'" -> quotes(plain.note("Texts stand in double quotes."), token, "'");
      case "`" -> plain.note("Texts stand in double quotes; long ones in three.");
      case "#" ->
          plain
              .note("Comments start with `//`, documentation with `///`.")
              .fix(Fix.replace("write `//`", Fix.Confidence.LIKELY, span, "//"));
      case "%" -> plain.note("The remainder is `mod(a, b)`; a percentage is written `50%`.");
      case "&" -> plain.note("Both conditions: `a && b`.");
      case "^", "~" -> plain.note("There are no operators on bits.");
      case "$" -> plain.note("`${…}` stands in texts only; a name is used as it is.");
      case "\u00a0" ->
          plain
              .note("This is a no-break space.")
              .fix(Fix.replace("write a space", Fix.Confidence.CERTAIN, span, " "));
      case "\u201c", "\u201d", "\u201e" ->
          quotes(plain.note("This is a typographic quote."), token, "\u201c\u201d\u201e");
      default -> Lookalike.explain(plain, span, text);
    };
  }

  private static Diagnostic semicolon(Diagnostic plain, Semicolon semicolon) {
    Diagnostic noted = plain.note("Items end with their line; there is no `;`.");
    return semicolon.fix().map(noted::fix).orElse(noted);
  }

  /** Offers plain quotes where one of {@code others} ends what {@code open} begins. */
  private static Diagnostic quotes(Diagnostic diagnostic, Lexeme open, String others) {
    String rest = open.restOfLine();
    int close = 0;
    while (close < rest.length() && others.indexOf(rest.charAt(close)) < 0) {
      close++;
    }
    String inside = rest.substring(0, close);
    if (close == rest.length() || inside.matches(".*[\"\\\\$].*")) {
      return diagnostic;
    }
    int end = open.to() + close;
    return diagnostic.fix(
        new Fix(
            "write `\"" + inside + "\"`",
            Fix.Confidence.CERTAIN,
            List.of(new Fix.Edit(open.span(), "\""), new Fix.Edit(new Span(end, end + 1), "\""))));
  }
}
