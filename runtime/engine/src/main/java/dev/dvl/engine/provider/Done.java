package dev.dvl.engine.provider;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Ref;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an op achieved: the object it made or changed, and the outputs that are known now. */
public record Done(Optional<Ref> ref, SortedMap<String, Value> outputs) {
  public static final Done NOTHING = new Done(Optional.empty(), Collections.emptySortedMap());

  public Done {
    outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
  }
}
