package dev.dvl.engine.diff;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.live.Stamp;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sets that others put elements into as well: only what the program says, and what it said when the
 * birth record was written, is ours to compare.
 */
public record SharedSets(Targets targets) {

  /** What an element is called in a birth record: its text, or the address that it refers to. */
  public static Optional<String> key(Value element) {
    return switch (element) {
      case Value.Text(String text) -> Optional.of(text);
      case Value.Ref(Address address, String ignored) -> Optional.of(address.toString());
      case Value ignored -> Optional.empty();
    };
  }

  List<Value> ours(Path path, List<Value> live, List<Value> wanted, Optional<Stamp> stamp) {
    Set<String> names = stamp.map(Stamp::names).orElse(Set.of());
    Equivalence same = new Equivalence(targets);
    return live.stream()
        .filter(one -> wanted.stream().anyMatch(it -> same.same(it, one)) || said(path, one, names))
        .toList();
  }

  private boolean said(Path path, Value live, Set<String> names) {
    return live instanceof Value.Text(String text)
        && (names.contains(path.entry(text).toString())
            || names.stream().anyMatch(name -> refersTo(path, name, text)));
  }

  private boolean refersTo(Path path, String name, String text) {
    String start = path + "[\"";
    if (!name.startsWith(start) || !name.endsWith("\"]")) {
      return false;
    }
    String quoted = name.substring(start.length(), name.length() - 2);
    Optional<Ref> object = Address.parse(quoted.replace("\\\"", "\"")).flatMap(targets::now);
    return object.filter(it -> Targets.names(it, text)).isPresent();
  }
}
