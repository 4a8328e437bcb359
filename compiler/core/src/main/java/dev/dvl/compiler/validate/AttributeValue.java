package dev.dvl.compiler.validate;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import java.util.Collection;
import java.util.List;

/** What an instance sets for an attribute of its kind, at the top or in a block at {@code path}. */
record AttributeValue(Instance instance, Path path, Attribute attribute, Value value) {

  Span span() {
    return instance.originOf(path);
  }

  /** The elements of a set or list. */
  Collection<Value> elements() {
    return switch (value) {
      case Value.SetOf(var elements) -> elements;
      case Value.ListOf(var elements) -> elements;
      case Value ignored -> List.of();
    };
  }

  /** Those elements that are objects. */
  List<Value.ObjectOf> objects() {
    return elements().stream()
        .filter(Value.ObjectOf.class::isInstance)
        .map(Value.ObjectOf.class::cast)
        .toList();
  }
}
