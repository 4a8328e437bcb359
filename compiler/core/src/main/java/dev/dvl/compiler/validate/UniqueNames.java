package dev.dvl.compiler.validate;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.ValueText;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** On one place, no two objects of a kind, or of kinds that share their names, have one name. */
final class UniqueNames implements Rule {

  /**
   * One name in one space of names.
   *
   * @param space a kind, or what several kinds share their names in
   * @param folder where the platform keeps names apart by folder
   */
  private record Use(Address place, String space, String attribute, Value folder, Value value) {}

  @Override
  public void check(Facts facts, Report report) {
    Map<Use, Claims.Claim> seen = new HashMap<>();
    for (Claims.Claim claim : Claims.of(facts, UniqueNames::isOfNames)) {
      Use use =
          new Use(
              claim.instance().place(),
              claim.attribute().unique().orElseThrow().resource().orElse(claim.instance().kind()),
              claim.attribute().name(),
              claim.instance().value("folder"),
              claim.value());
      Claims.Claim first = seen.putIfAbsent(use, claim);
      if (first != null && !first.instance().address().equals(claim.instance().address())) {
        report.add(clash(claim, first));
      }
    }
  }

  /** Ports and subnets have rules of their own. */
  private static boolean isOfNames(Optional<String> resource) {
    return resource.filter(Set.of("host_ports", "subnets")::contains).isEmpty();
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
