package dev.dvl.compiler.ir;

import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** An endpoint that resources stand on: a Docker engine, a vCenter. */
public record HostInstance(
    Address address, String kind, SortedMap<String, Value> values, Span origin) {
  public HostInstance {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }
}
