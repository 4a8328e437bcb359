package dev.dvl.compiler.validate;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.ValueText;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** On one place, no two objects of a kind have one name. */
final class UniqueNames implements Rule {

  private record Use(Address place, String kind, String attribute, Value value) {}

  @Override
  public void check(Facts facts, Report report) {
    Map<Use, Claims.Claim> seen = new HashMap<>();
    for (Claims.Claim claim : Claims.of(facts, Optional::isEmpty)) {
      Use use =
          new Use(
              claim.instance().place(),
              claim.instance().kind(),
              claim.attribute().name(),
              claim.value());
      Claims.Claim first = seen.putIfAbsent(use, claim);
      if (first != null && !first.instance().address().equals(claim.instance().address())) {
        report.add(clash(claim, first));
      }
    }
  }

  private static Diagnostic clash(Claims.Claim claim, Claims.Claim first) {
    Address other = first.instance().address();
    Diagnostic clash =
        Diagnostic.at(
            RuleCodes.NAME,
            claim.span(),
            ValueText.of(claim.value())
                + " is the "
                + claim.attribute().name()
                + " of `"
                + other
                + "` on the same place");
    return claim.span().equals(first.span())
        ? clash.note("Both `" + claim.instance().address() + "` and `" + other + "` are named so.")
        : clash.label(first.span(), "used here first");
  }
}
