package dev.dvl.compiler.validate;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.Instance.Update.Order;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import java.util.Optional;
import java.util.Set;

/**
 * What is to end what it has begun has a successor that takes what comes meanwhile, and loses the
 * names under which that would still come to it. In a network it loses them by leaving and coming
 * back, and has the same address again only where the program says what the addresses are.
 */
final class Draining implements Rule {
  private static final Path DRAIN = Path.of("update").field("drain");

  @Override
  public void check(Facts facts, RuleReport report) {
    RuledAttributes places = new RuledAttributes(facts, Draining::isOfNetworks);
    RuledAttributes ranges =
        new RuledAttributes(facts, it -> it.by().isPresent() && it.claims(ScalarKind.CIDR));
    for (Instance instance : facts.program().instances()) {
      Instance.Update update = instance.common().update();
      if (update.drains() && RunningKinds.runs(facts.kind(instance))) {
        if (update.order() == Order.STOP_FIRST) {
          report.add(late(instance));
        } else {
          places.of(instance).stream()
              .flatMap(it -> it.objects().stream().flatMap(in -> network(facts, it, in).stream()))
              .filter(
                  network -> ranges.of(network).stream().allMatch(it -> it.elements().isEmpty()))
              .forEach(network -> report.add(kept(instance, network)));
        }
      }
    }
  }

  private static boolean isOfNetworks(Attribute attribute) {
    return attribute.by().isPresent() && !attribute.elements().own().isEmpty();
  }

  /** The network in which an element has names: more than a place and addresses. */
  private static Optional<Instance> network(Facts facts, AttributeValue of, Value.ObjectOf place) {
    String by = of.attribute().by().orElseThrow();
    Set<String> others = Set.copyOf(of.attribute().elements().own());
    boolean named =
        place.fields().entrySet().stream()
            .filter(it -> !it.getKey().equals(by) && !others.contains(it.getKey()))
            .anyMatch(it -> isSomething(it.getValue()));
    return named && place.field(by) instanceof Value.Ref(Address to, var ignored)
        ? facts.instance(to)
        : Optional.empty();
  }

  private static boolean isSomething(Value value) {
    return switch (value) {
      case Value.Null ignored -> false;
      case Value.SetOf(var elements) -> !elements.isEmpty();
      case Value.ListOf(var elements) -> !elements.isEmpty();
      case Value ignored -> true;
    };
  }

  private static Diagnostic late(Instance instance) {
    return Diagnostic.at(
            RuleCodes.NO_SUCCESSOR,
            instance.originOf(DRAIN),
            "the old one stops before the new one is there")
        .note("`drain` is the time in which the new one takes what comes, and the old one ends.")
        .note("Say `order = \"start_first\"` with it, or leave it out.");
  }

  private static Diagnostic kept(Instance instance, Instance network) {
    return Diagnostic.at(
            RuleCodes.KEPT_NAMES,
            instance.originOf(DRAIN),
            "the old one would keep its names in `" + network.address() + "`")
        .label(network.origin(), "says nothing of its addresses")
        .note("It loses names by leaving the network and coming back under its address.")
        .note("An address can be asked for only in a network whose subnets the program names.");
  }
}
