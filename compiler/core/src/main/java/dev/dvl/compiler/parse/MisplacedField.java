package dev.dvl.compiler.parse;

import dev.dvl.compiler.diagnostic.Fix;
import dev.dvl.compiler.source.Span;
import dev.dvl.grammar.DvlParser;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/**
 * {@code name: …} where no kind is declared. It is read as what a kind has, and what cannot be read
 * in it was to be a value.
 */
final class MisplacedField {
  private MisplacedField() {}

  /** Offers {@code =} for the colon of the field in which something is wrong. */
  static Optional<Fix> fix(ParserRuleContext innermost) {
    DvlParser.@Nullable FieldItemContext field = null;
    for (ParserRuleContext at = innermost; at != null; at = at.getParent()) {
      if (at instanceof DvlParser.KindItemContext) {
        return Optional.empty();
      }
      field = field == null && at instanceof DvlParser.FieldItemContext found ? found : field;
    }
    return field == null || field.COLON() == null ? Optional.empty() : Optional.of(fix(field));
  }

  private static Fix fix(DvlParser.FieldItemContext field) {
    int from = ((Lexeme) field.id.getStop()).to();
    int to = ((Lexeme) field.COLON().getSymbol()).to();
    return Fix.replace("write `=`", Fix.Confidence.LIKELY, new Span(from, to), " =");
  }
}
