package dev.dvl.engine.plan.identity;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Takeover;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.plan.input.PlanRequest;
import dev.dvl.engine.plan.reading.SeenHosts;
import dev.dvl.engine.plan.reading.Selected;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which object stands for which resource: on the hosts of one layer, or on all of them once they
 * are joined.
 *
 * @param seen where the record of an object that has moved says the new address
 * @param own the object of each resource that has one
 * @param taken how resources come by objects that were not made for them
 * @param born the address that the record of an object still says, by the one it stands for
 * @param unwanted objects that nobody wants any more, in the order of hosts
 * @param strangers objects that are not ours
 * @param notes full sentences for the plan
 */
public record Matched(
    SeenHosts seen,
    Map<Address, Live> own,
    Map<Address, Takeover> taken,
    Map<Address, Address> born,
    List<Unwanted> unwanted,
    Map<ObjectName, Live> strangers,
    List<String> notes) {

  public Matched {
    own = Map.copyOf(own);
    taken = Map.copyOf(taken);
    born = Map.copyOf(born);
    unwanted = List.copyOf(unwanted);
    strangers = Map.copyOf(strangers);
    notes = List.copyOf(notes);
  }

  /** Both layers; the object that the earlier one found for a resource counts. */
  public Matched and(Matched later) {
    return new Matched(
        seen.and(later.seen),
        both(own, later.own),
        both(taken, without(later.taken, own.keySet())),
        both(born, without(later.born, own.keySet())),
        both(unwanted, later.unwanted),
        both(strangers, later.strangers),
        both(notes, later.notes));
  }

  /** The same with fewer objects that nobody wants. */
  Matched wanting(List<Unwanted> fewer) {
    return new Matched(seen, own, taken, born, fewer, strangers, notes);
  }

  private static <K, V> Map<K, V> both(Map<K, V> one, Map<K, V> other) {
    Map<K, V> both = new HashMap<>(other);
    both.putAll(one);
    return both;
  }

  private static <T> List<T> both(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  private static <V> Map<Address, V> without(Map<Address, V> all, Set<Address> known) {
    Map<Address, V> rest = new HashMap<>(all);
    rest.keySet().removeAll(known);
    return rest;
  }

  public Selected selected() {
    return seen.selected();
  }

  public PlanRequest request() {
    return selected().request();
  }

  /** The object of a resource, if it has one. */
  public Optional<Live> object(Address resource) {
    return Optional.ofNullable(own.get(resource));
  }
}
