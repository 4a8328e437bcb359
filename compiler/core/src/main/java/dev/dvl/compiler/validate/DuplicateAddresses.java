package dev.dvl.compiler.validate;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Address;
import java.util.HashMap;
import java.util.Map;

/** An address stands for one resource. */
final class DuplicateAddresses implements Rule {

  @Override
  public void check(Facts facts, RuleReport report) {
    Map<Address, Span> seen = new HashMap<>();
    facts.program().hosts().stream()
        .filter(host -> host.by().isEmpty())
        .forEach(host -> seen.putIfAbsent(host.address(), host.origin()));
    for (Instance instance : facts.program().instances()) {
      Span first = seen.putIfAbsent(instance.address(), instance.origin());
      if (first != null) {
        report.add(twice(instance, first));
      }
    }
  }

  private static Diagnostic twice(Instance instance, Span first) {
    Diagnostic twice =
        Diagnostic.at(
            RuleCodes.ADDRESS,
            instance.origin(),
            "there is a `" + instance.address() + "` already");
    return first.equals(instance.origin())
        ? twice.note("Two rounds of the loop around it give the same key.")
        : twice.label(first, "first declared here");
  }
}
