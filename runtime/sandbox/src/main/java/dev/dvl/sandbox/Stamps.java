package dev.dvl.sandbox;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.live.Stamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Birth records as arguments of ops. */
final class Stamps {
  private Stamps() {}

  static Value value(Stamp stamp) {
    Map<String, Value> prints = new HashMap<>();
    stamp.fingerprints().forEach((path, print) -> prints.put(path, Value.text(print)));
    return Value.ObjectOf.of(
        Map.of(
            "stack", Value.text(stamp.stack().id()),
            "stack_name", Value.text(stamp.stack().name()),
            "address", Value.text(stamp.address().toString()),
            "kind", Value.text(stamp.kind()),
            "op", Value.text(stamp.op()),
            "adopted", Value.of(stamp.adopted()),
            "names", texts(stamp.names()),
            "fingerprints", Value.MapOf.of(prints)));
  }

  static Stamp of(Value value) {
    if (!(value instanceof Value.ObjectOf object)) {
      throw new IllegalArgumentException("not a birth record");
    }
    Set<String> names = new HashSet<>();
    if (object.field("names") instanceof Value.SetOf(var elements)) {
      elements.forEach(element -> names.add(text(element)));
    }
    Map<String, String> prints = new HashMap<>();
    if (object.field("fingerprints") instanceof Value.MapOf(var entries)) {
      entries.forEach((path, print) -> prints.put(path, text(print)));
    }
    return new Stamp(
        new Stack(text(object.field("stack")), text(object.field("stack_name"))),
        Address.parse(text(object.field("address"))).orElseThrow(),
        text(object.field("kind")),
        text(object.field("op")),
        names,
        prints,
        object.field("adopted").equals(Value.of(true)));
  }

  static String text(Value value) {
    if (value instanceof Value.Text(String text)) {
      return text;
    }
    throw new IllegalArgumentException("not a text");
  }

  private static Value texts(Collection<String> texts) {
    return Value.SetOf.of(texts.stream().map(Value::text).toList());
  }
}
