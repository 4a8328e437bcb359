package dev.dvl.compiler.validate;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.ValueText;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What all on one place may use together is not more than the place has. Limits are not
 * reservations, so this is a warning: it may be meant.
 */
final class Overcommitment implements Rule {
  private static final int MOST_LABELS = 5;

  private record Store(Address place, String capacity) {}

  @Override
  public void check(Facts facts, RuleReport report) {
    Map<Store, List<Demand>> byStore = new LinkedHashMap<>();
    for (Demand demand : Demand.all(facts)) {
      Store store = new Store(demand.instance().place(), demand.capacity());
      byStore.computeIfAbsent(store, it -> new ArrayList<>()).add(demand);
    }
    byStore.forEach((store, demands) -> check(facts, report, store, demands));
  }

  /** What asks for too much by itself is told as such. */
  private static void check(Facts facts, RuleReport report, Store store, List<Demand> demands) {
    Value there = facts.ofPlace(store.place, store.capacity);
    Optional<BigDecimal> had = Demand.amount(there);
    if (had.isEmpty() || (facts.isOfProgram() && oneIsTooMuch(demands, had.get()))) {
      return;
    }
    BigDecimal sum = demands.stream().map(Demand::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.compareTo(had.get()) > 0) {
      report.add(tooMuch(facts, store, demands, there, sum));
    }
  }

  private static boolean oneIsTooMuch(List<Demand> demands, BigDecimal had) {
    return demands.stream().anyMatch(it -> it.amount().compareTo(had) > 0);
  }

  private static Diagnostic tooMuch(
      Facts facts, Store store, List<Demand> demands, Value there, BigDecimal sum) {
    String text =
        "`"
            + store.place
            + "` has "
            + ValueText.of(there)
            + ", and what stands on it may use "
            + ValueText.of(like(there, sum));
    Span place =
        facts
            .instance(store.place)
            .map((Instance it) -> it.originOf(Path.of(store.capacity)))
            .orElse(demands.getFirst().span());
    Diagnostic diagnostic = Diagnostic.at(RuleCodes.TOGETHER, place, text);
    for (Demand demand : demands.stream().limit(MOST_LABELS).toList()) {
      String label = "`" + demand.instance().address() + "`: " + ValueText.of(demand.value());
      diagnostic = diagnostic.label(demand.span(), label);
    }
    int more = demands.size() - MOST_LABELS;
    return more > 0 ? diagnostic.note("And " + more + " more.") : diagnostic;
  }

  private static Value like(Value there, BigDecimal sum) {
    return there instanceof Value.Quantity(var dimension, var ignored) && sum.precision() < 19
        ? new Value.Quantity(dimension, sum.longValue())
        : new Value.Decimal(sum);
  }
}
