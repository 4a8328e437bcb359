package dev.dvl.vsphere.named;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Ref;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A named object as the server shows it; the id of its {@code ref} is its key.
 *
 * @param state what else tells whether it is still the same: the size of a file
 * @param unreadable why nobody can tell what it is like, or whether it is there: a full sentence
 */
public record NamedObject(
    Ref ref,
    Map<String, Value> values,
    Map<String, Value> outputs,
    String state,
    Optional<String> unreadable) {
  public NamedObject(Ref ref, Map<String, Value> values, Map<String, Value> outputs) {
    this(ref, values, outputs, "", Optional.empty());
  }

  /** An object that may be there: what it is in cannot be read. */
  public static NamedObject unreadable(Ref ref, String why) {
    return new NamedObject(ref, Map.of(), Map.of(), "", Optional.of(why));
  }

  public NamedObject {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
    outputs = Collections.unmodifiableMap(new TreeMap<>(outputs));
  }

  /** What is wanted over what is there; of a block, what it says over what the block says. */
  public Map<String, Value> under(Map<String, Value> wanted) {
    Map<String, Value> all = new TreeMap<>(values);
    wanted.forEach((name, value) -> all.merge(name, value, NamedObject::over));
    return all;
  }

  private static Value over(Value there, Value wanted) {
    if (there instanceof Value.ObjectOf(var below) && wanted instanceof Value.ObjectOf(var above)) {
      Map<String, Value> both = new TreeMap<>(below);
      above.forEach((name, value) -> both.merge(name, value, NamedObject::over));
      return Value.ObjectOf.of(both);
    }
    return wanted.isNull() ? there : wanted;
  }
}
