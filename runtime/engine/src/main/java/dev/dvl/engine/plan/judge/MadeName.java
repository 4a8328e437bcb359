package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Live;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The name of a resource that dvl made out of its address, because the program says none. */
record MadeName(KindSchema kind, Instance instance) {

  boolean isMade() {
    return attribute().isPresent();
  }

  /** Whether another name would take another object. */
  boolean isKept() {
    return attribute()
        .map(Attribute::impact)
        .filter(it -> !it.equals(new Term.Literal(Value.text(Impact.LIVE.word()))))
        .isPresent();
  }

  /** The same values under the name that an object has. */
  SortedMap<String, Value> over(SortedMap<String, Value> values, Live live) {
    SortedMap<String, Value> named = new TreeMap<>(values);
    attribute().ifPresent(attribute -> named.put(attribute.name(), shown(attribute, live)));
    return named;
  }

  private static Value shown(Attribute attribute, Live live) {
    Value shown = live.value(attribute.name());
    return shown.isNull() ? Value.text(live.ref().name()) : shown;
  }

  private Optional<Attribute> attribute() {
    return kind.attributes().stream()
        .filter(it -> it.unset() instanceof Attribute.Default.Made)
        .filter(it -> !instance.origins().containsKey(Path.of(it.name())))
        .findFirst();
  }
}
