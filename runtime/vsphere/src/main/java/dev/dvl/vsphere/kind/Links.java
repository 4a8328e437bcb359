package dev.dvl.vsphere.kind;

import dev.dvl.compiler.value.Link;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Desired;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.session.Ref;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * References in the arguments of calls. When a call is made the platform's id stands in the place
 * of a reference; wrapped into an object, an id can be told from a name that the program wrote.
 */
public final class Links {
  private Links() {}

  /** What is wanted, with every reference in it wrapped. */
  public static Value.ObjectOf wrapped(Desired desired) {
    return Value.ObjectOf.of(wrapped(desired.values()));
  }

  /** The values with every reference in them wrapped. */
  public static Map<String, Value> wrapped(Map<String, Value> values) {
    Map<String, Value> wrapped = new TreeMap<>();
    values.forEach((name, value) -> wrapped.put(name, wrapped(value)));
    return wrapped;
  }

  public static Value wrapped(Value value) {
    return value.map(
        leaf -> leaf instanceof Value.Ref ? Value.ObjectOf.of(Map.of(Link.ID, leaf)) : leaf);
  }

  /** Finds what a name leads to; no name leads to what the host block says. */
  public interface ByName {
    Ref find(Optional<String> name) throws NameProblem;
  }

  /** The object of a type that is made for a resource, or what a name leads to. */
  public static Ref ref(Optional<? extends Link> link, String type, ByName names)
      throws NameProblem {
    Optional<String> id = link.flatMap(Link::objectId);
    return id.isPresent() ? new Ref(type, id.get()) : names.find(link.flatMap(Link::given));
  }
}
