package dev.dvl.compiler.validate;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.PortMapping;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.Instance.Update.Order;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.value.Value;
import java.util.Optional;

/**
 * What is replaced with the new one first holds nothing that is there once: the new one could not
 * start beside the old one.
 */
final class SideBySide implements Rule {

  @Override
  public void check(Facts facts, RuleReport report) {
    RuledAttributes once = new RuledAttributes(facts, it -> isClaim(it) || hasOwn(it));
    for (Instance instance : facts.program().instances()) {
      if (instance.common().update().order() == Order.START_FIRST) {
        once.of(instance).forEach(it -> check(it).ifPresent(report::add));
      }
    }
  }

  private static boolean isClaim(Attribute attribute) {
    return attribute.unique().isPresent() && !attribute.isName();
  }

  private static boolean hasOwn(Attribute attribute) {
    return !attribute.elements().own().isEmpty();
  }

  private static Optional<Diagnostic> check(AttributeValue it) {
    if (isClaim(it.attribute())
        && it.elements().stream().anyMatch(element -> isClaimed(it.attribute(), element))) {
      return Optional.of(refuse(it, "the old one and the new one would both claim this"));
    }
    boolean fixed =
        it.objects().stream()
            .anyMatch(
                object ->
                    it.attribute().elements().own().stream()
                        .anyMatch(field -> !object.field(field).isNull()));
    return fixed
        ? Optional.of(refuse(it, "the old one and the new one would have one address"))
        : Optional.empty();
  }

  /** A port mapping without a port of the host claims nothing. */
  private static boolean isClaimed(Attribute attribute, Value element) {
    return switch (element) {
      case Value.Text(String text) when attribute.claims(ScalarKind.PORT_MAPPING) ->
          PortMapping.read(text).map(it -> it.host().isPresent()).orElse(true);
      case Value.Null ignored -> false;
      case Value.Deferred ignored -> false;
      case Value ignored -> true;
    };
  }

  private static Diagnostic refuse(AttributeValue it, String text) {
    return Diagnostic.at(RuleCodes.SIDE_BY_SIDE, it.span(), text)
        .label(it.instance().origin(), "replaced with `order = \"start_first\"`")
        .note("With `start_first` the new one starts while the old one still runs.")
        .note("Leave the fixed part to the platform, or let the old one stop first.");
  }
}
