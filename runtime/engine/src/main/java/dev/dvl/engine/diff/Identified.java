package dev.dvl.engine.diff;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.json.ValueWriter;
import dev.dvl.engine.live.Ref;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Sets and lists of objects as maps from what identifies an element to the element, so that they
 * compare element by element. An element that is not an object stands for one with just that field.
 */
final class Identified {
  private final String by;
  private final Targets targets;
  private final Map<String, String> keysByPlatformText = new TreeMap<>();

  Identified(String by, Targets targets) {
    this.by = by;
    this.targets = targets;
  }

  /** The wanted elements; must come before the live ones, whose texts it gives meaning to. */
  Value wanted(Value value) {
    return keyed(value, this::wantedKey);
  }

  Value live(Value value) {
    return keyed(value, this::liveKey);
  }

  private Value keyed(Value value, Function<Value, String> key) {
    if (value instanceof Value.ListOf(var elements)) {
      return keyed(elements, key);
    }
    return value instanceof Value.SetOf(var elements) ? keyed(elements, key) : value;
  }

  private Value keyed(List<Value> elements, Function<Value, String> key) {
    Map<String, Value> found = new TreeMap<>();
    for (Value element : elements) {
      Value.ObjectOf whole =
          element instanceof Value.ObjectOf object
              ? object
              : Value.ObjectOf.of(Map.of(by, element));
      found.put(key.apply(whole.field(by)), whole);
    }
    return Value.MapOf.of(found);
  }

  private String wantedKey(Value identity) {
    if (identity instanceof Value.Ref(Address address, String ignored)) {
      Optional<Ref> object = targets.now(address);
      object.ifPresent(
          it -> {
            keysByPlatformText.put(it.id(), address.toString());
            keysByPlatformText.put(it.name(), address.toString());
          });
      return address.toString();
    }
    return liveKey(identity);
  }

  private String liveKey(Value identity) {
    String text = identity instanceof Value.Text(String plain) ? plain : ValueWriter.text(identity);
    return keysByPlatformText.getOrDefault(text, text);
  }
}
