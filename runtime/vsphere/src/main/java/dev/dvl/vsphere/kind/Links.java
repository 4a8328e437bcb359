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
    return switch (value) {
      case Value.Ref ref -> Value.ObjectOf.of(Map.of(ID, ref));
      case Value.ListOf(var elements) ->
          new Value.ListOf(elements.stream().map(Links::wrapped).toList());
      case Value.SetOf(var elements) ->
          Value.SetOf.of(elements.stream().map(Links::wrapped).toList());
      case Value.MapOf(var entries) -> Value.MapOf.of(wrapped(entries));
      case Value.ObjectOf(var fields) -> Value.ObjectOf.of(wrapped(fields));
      case Value.Null ignored -> value;
      case Value.Bool ignored -> value;
      case Value.Int ignored -> value;
      case Value.Decimal ignored -> value;
      case Value.Text ignored -> value;
      case Value.Quantity ignored -> value;
      case Value.Deferred ignored -> value;
    };
  }

  /** The platform's id where {@code value} was a reference. */
  public static Optional<String> id(Value value) {
    return value instanceof Value.ObjectOf object
        ? new Wanted(object.fields()).text(ID)
        : Optional.empty();
  }
}
