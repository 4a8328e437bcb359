package dev.dvl.compiler.validate;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.ValueText;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import java.util.HashMap;
import java.util.Map;

/** On one place, no two objects of a kind, or of kinds that share their names, have one name. */
final class UniqueNames implements Rule {

  /**
   * One name in one space of names.
   *
   * @param apart what the platform keeps equal names apart by, such as a folder
   */
  private record Use(Claims.Scope scope, String attribute, Value apart, Value value) {}

  @Override
  public void check(Facts facts, RuleReport report) {
    Map<Use, Claims.Claim> seen = new HashMap<>();
    for (Claims.Claim claim : Claims.of(facts, UniqueNames::isOfNames)) {
      Use use = new Use(claim.scope(), claim.attribute().name(), apart(claim), claim.value());
      Claims.Claim first = seen.putIfAbsent(use, claim);
      if (first != null && !first.instance().address().equals(claim.instance().address())) {
        report.add(clash(claim, first));
      }
    }
  }

  private static Value apart(Claims.Claim claim) {
    return claim
        .attribute()
        .unique()
        .flatMap(Attribute.Unique::apart)
        .map(claim.instance()::value)
        .orElse(Value.Null.NULL);
  }

  /** Ports and ranges have rules of their own. */
  private static boolean isOfNames(Attribute attribute) {
    return !attribute.claims(ScalarKind.PORT_MAPPING) && !attribute.claims(ScalarKind.CIDR);
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
