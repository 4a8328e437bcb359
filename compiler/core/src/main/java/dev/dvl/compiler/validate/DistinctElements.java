package dev.dvl.compiler.validate;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.IpAddress;
import dev.dvl.compiler.eval.PosixPath;
import dev.dvl.compiler.eval.ValueText;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.value.Value;
import java.util.HashSet;
import java.util.Set;

/**
 * No two elements of a set are the same one by what identifies them, whatever else they say, and
 * however that is spelled. What is claimed once on a place has rules of its own.
 */
final class DistinctElements implements Rule {

  @Override
  public void check(Facts facts, RuleReport report) {
    for (AttributeValue by : new RuledAttributes(facts, DistinctElements::isRuled).all()) {
      Set<Object> seen = new HashSet<>();
      for (Value element : by.elements()) {
        Value identity = identity(by.attribute(), element);
        if (identity.isKnown()
            && !identity.isNull()
            && !seen.add(plain(by.attribute(), identity))) {
          report.add(twice(by, identity));
        }
      }
    }
  }

  private static boolean isRuled(Attribute attribute) {
    return attribute.by().isPresent() && attribute.unique().isEmpty();
  }

  private static Value identity(Attribute attribute, Value element) {
    return element instanceof Value.ObjectOf object
        ? object.field(attribute.by().orElseThrow())
        : element;
  }

  private static Object plain(Attribute attribute, Value identity) {
    if (identity instanceof Value.Text(String text)) {
      return attribute.claims(ScalarKind.PATH)
          ? PosixPath.clean(text)
          : IpAddress.read(text).<Object>map(it -> it).orElse(text);
    }
    return identity;
  }

  private static Diagnostic twice(AttributeValue by, Value identity) {
    String field = by.attribute().by().orElseThrow();
    return Diagnostic.at(
            RuleCodes.TWICE,
            by.span(),
            "`" + by.path() + "` has two elements whose " + field + " is " + ValueText.of(identity))
        .label(by.instance().origin(), "in `" + by.instance().address() + "`");
  }
}
