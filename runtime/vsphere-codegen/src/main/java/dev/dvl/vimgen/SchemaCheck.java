package dev.dvl.vimgen;

import java.util.List;
import java.util.stream.Stream;

/** Holds that every type which a schema names is in it. */
final class SchemaCheck {
  private SchemaCheck() {}

  static void check(Schema schema) {
    schema.types().values().forEach(type -> type.base().ifPresent(schema::type));
    named(schema)
        .filter(property -> !property.scalar())
        .forEach(property -> schema.type(property.type()));
    schema.types().values().forEach(type -> distinct(type.name(), schema.properties(type)));
  }

  private static Stream<Property> named(Schema schema) {
    return Stream.concat(
        schema.types().values().stream().flatMap(type -> type.own().stream()),
        schema.methods().values().stream()
            .flatMap(it -> Stream.concat(it.result().stream(), it.parameters().stream())));
  }

  private static void distinct(String owner, List<Property> properties) {
    if (properties.stream().map(Property::name).distinct().count() != properties.size()) {
      throw new IllegalArgumentException("the schema names a property of " + owner + " twice");
    }
  }
}
