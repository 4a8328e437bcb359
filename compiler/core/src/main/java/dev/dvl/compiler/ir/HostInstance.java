package dev.dvl.compiler.ir;

import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An endpoint that resources stand on: a Docker engine, a vCenter.
 *
 * @param values of its block; for a host that a resource makes, what the schema of that says
 * @param by the resource that makes it, such as the machine that an engine runs in; the host then
 *     has its address
 */
public record HostInstance(
    Address address,
    String kind,
    SortedMap<String, Value> values,
    Optional<Address> by,
    Span origin) {
  public HostInstance {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** A host with a block of its own. */
  public HostInstance(Address address, String kind, SortedMap<String, Value> values, Span origin) {
    this(address, kind, values, Optional.empty(), origin);
  }

  /** The resources that must be there before it can be connected to. */
  public NavigableSet<Address> sources() {
    NavigableSet<Address> sources = new TreeSet<>();
    by.ifPresent(sources::add);
    values.values().forEach(value -> value.references().forEach(ref -> sources.add(ref.address())));
    values.values().forEach(value -> value.forEachTerm(leaf -> read(leaf, sources)));
    return Collections.unmodifiableNavigableSet(sources);
  }

  private static void read(Term leaf, NavigableSet<Address> sources) {
    if (leaf instanceof Term.Read(Address resource, var ignored)) {
      sources.add(resource);
    }
  }
}
