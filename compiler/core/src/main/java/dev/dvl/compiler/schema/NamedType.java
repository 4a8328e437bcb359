package dev.dvl.compiler.schema;

import dev.dvl.compiler.type.Type;

/** A type that schema files give a name, for several attributes or for the sake of its name. */
public record NamedType(String name, String doc, Type type) {}
