package dev.dvl.compiler.validate;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.Cidr;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ranges of addresses that may occur once on a place, as subnets of networks, do not overlap. */
final class Subnets implements Rule {

  private record Subnet(Claims.Claim claim, Cidr cidr) {}

  @Override
  public void check(Facts facts, RuleReport report) {
    Map<Claims.Scope, List<Subnet>> byScope = new HashMap<>();
    for (Claims.Claim claim : Claims.of(facts, it -> it.claims(ScalarKind.CIDR))) {
      if (claim.value() instanceof Value.Text(String text)) {
        Cidr.read(text)
            .ifPresent(
                cidr ->
                    byScope
                        .computeIfAbsent(claim.scope(), it -> new ArrayList<>())
                        .add(new Subnet(claim, cidr)));
      }
    }
    byScope.values().forEach(subnets -> overlaps(subnets, report));
  }

  /** Sorted by first address, the one that reaches farthest so far is the one to overlap. */
  private static void overlaps(List<Subnet> subnets, RuleReport report) {
    List<Subnet> sorted = new ArrayList<>(subnets);
    sorted.sort(
        Comparator.comparingInt((Subnet it) -> it.cidr.first().bits())
            .thenComparing(it -> it.cidr.first().number())
            .thenComparingInt(it -> it.cidr.prefix()));
    for (int i = 1; i < sorted.size(); i++) {
      Subnet wider = sorted.get(i - 1);
      Subnet subnet = sorted.get(i);
      if (wider.cidr.overlaps(subnet.cidr)) {
        report.add(overlap(subnet, wider));
        sorted.set(i, wider);
      }
    }
  }

  private static Diagnostic overlap(Subnet one, Subnet other) {
    boolean later = one.claim.span().start() >= other.claim.span().start();
    Subnet told = later ? one : other;
    Subnet first = later ? other : one;
    Diagnostic overlap =
        Diagnostic.at(
            RuleCodes.SUBNET,
            told.claim.span(),
            told.cidr
                + " overlaps "
                + first.cidr
                + " of `"
                + first.claim.instance().address()
                + "`");
    return told.claim.span().equals(first.claim.span())
        ? overlap
        : overlap.label(first.claim.span(), "the other " + first.claim.instance().kind());
  }
}
