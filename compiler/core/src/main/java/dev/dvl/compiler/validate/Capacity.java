package dev.dvl.compiler.validate;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.ValueText;
import dev.dvl.compiler.value.Value;
import java.math.BigDecimal;
import java.util.Optional;

/** Nothing asks for more than its place says it has. */
final class Capacity implements Rule {

  @Override
  public void check(Facts facts, RuleReport report) {
    for (Demand demand : Demand.all(facts)) {
      Value there = facts.ofPlace(demand.instance().place(), demand.capacity());
      Optional<BigDecimal> had = Demand.amount(there);
      if (had.isPresent() && demand.amount().compareTo(had.get()) > 0) {
        report.add(tooMuch(demand, there));
      }
    }
  }

  private static Diagnostic tooMuch(Demand demand, Value there) {
    return Diagnostic.at(
            RuleCodes.CAPACITY,
            demand.span(),
            "`"
                + demand.instance().place()
                + "` has "
                + ValueText.of(there)
                + ", and this is "
                + ValueText.of(demand.value()))
        .label(demand.instance().origin(), "in `" + demand.instance().address() + "`");
  }
}
