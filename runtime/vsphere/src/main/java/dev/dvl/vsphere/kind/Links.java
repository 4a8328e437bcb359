package dev.dvl.vsphere.kind;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Wanted;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * References in the arguments of calls. When a call is made the platform's id stands in the place
 * of a reference; wrapped into an object, an id can be told from a name that the program wrote.
 */
public final class Links {
  private static final String ID = "id";

  private Links() {}

  /** The values with every reference in them wrapped. */
  public static Map<String, Value> wrapped(Map<String, Value> values) {
    Map<String, Value> wrapped = new TreeMap<>();
    values.forEach((name, value) -> wrapped.put(name, wrapped(value)));
    return wrapped;
  }

  public static Value wrapped(Value value) {
    return value.map(
        leaf -> leaf instanceof Value.Ref ? Value.ObjectOf.of(Map.of(ID, leaf)) : leaf);
  }

  /** The platform's id where {@code value} was a reference. */
  public static Optional<String> id(Value value) {
    return value instanceof Value.ObjectOf object
        ? new Wanted(object.fields()).text(ID)
        : Optional.empty();
  }
}
