package dev.dvl.engine.provider;

import dev.dvl.compiler.value.Value;
import java.util.Map;
import java.util.SortedMap;

/**
 * What one call is told, as a record: planning writes it, and whoever makes the call reads it. Its
 * components are the arguments of the op, under their names in the form {@code old_name}; a word
 * that Java keeps to itself has a bar at its end.
 *
 * <p>A component is a text, a whole number, a truth, a duration, a {@link
 * dev.dvl.compiler.value.Link}, a {@link Value}, or one of these in an {@link java.util.Optional},
 * a {@link dev.dvl.compiler.value.Field}, a list, a set, or a map by text. What planning may know
 * only later is a field or a value. An absent component is not written, nor is an empty collection;
 * what is not there is absent, empty, false or nothing, and arguments that no component has are
 * passed over: plans and journals of others are read too.
 *
 * <p>Law: what was written is read as the same record.
 */
public interface CallArguments {

  /** The arguments of an op. */
  default SortedMap<String, Value> values() {
    return ArgumentCodec.of(getClass()).write(this);
  }

  /**
   * The arguments of an op as a record.
   *
   * @throws IllegalArgumentException where a text, a number or a link is missing, or a value has
   *     another form than the component
   */
  static <A extends CallArguments> A read(Class<A> type, Map<String, Value> values) {
    return type.cast(ArgumentCodec.of(type).read(values));
  }
}
