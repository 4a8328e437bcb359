package dev.dvl.vsphere.permit;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Ref;
import java.util.Map;
import java.util.TreeMap;

/**
 * Arguments in which the ids of objects that are there stand for references to them, as they will
 * when the call is made; a reference to what is not there yet stays.
 */
record Resolved(Map<Address, Ref> objects) {

  Map<String, Value> values(Map<String, Value> values) {
    Map<String, Value> resolved = new TreeMap<>(values);
    resolved.replaceAll((name, value) -> value.map(this::leaf));
    return resolved;
  }

  private Value leaf(Value leaf) {
    Ref object = leaf instanceof Value.Ref(Address to, String ignored) ? objects.get(to) : null;
    return object == null ? leaf : Value.text(object.id());
  }
}
