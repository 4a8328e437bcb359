package dev.dvl.engine.diff;

import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Stamp;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What an attribute comes to when what is left out counts.
 *
 * <p>An object with a birth record is compared with defaults wherever they are known; any other
 * only with what the program sets, and so is one that was adopted.
 */
record Unset(KindRule rule, Optional<Stamp> stamp) {

  /**
   * The value that the live one is compared with; empty where it is left alone.
   *
   * @param known the default that the platform told, if it did
   */
  Optional<Value> effective(Attribute attribute, Value wanted, Optional<Value> known) {
    Optional<Value> fallback = made() ? fallback(attribute, known) : Optional.empty();
    if (wanted.isNull()) {
      return fallback;
    }
    return Optional.of(
        attribute.merge() == Attribute.Merge.KEYS ? merged(wanted, fallback) : wanted);
  }

  /**
   * The live value as far as it is compared: where entries belong to others too, those that the
   * program names or named when the object was made.
   */
  Value compared(
      Attribute attribute,
      Path path,
      Value wanted,
      Value live,
      boolean defaultKnown,
      SharedSets shared) {
    if (attribute.merge() != Attribute.Merge.KEYS || (defaultKnown && made())) {
      return live;
    }
    if (live instanceof Value.SetOf(var elements)) {
      return wanted instanceof Value.SetOf(var ours)
          ? Value.SetOf.of(shared.ours(path, elements, ours, stamp))
          : live;
    }
    if (!Entries.has(live)) {
      return live;
    }
    Map<String, Value> ours = new TreeMap<>();
    Entries.of(live)
        .forEach(
            (key, value) -> {
              if (Entries.of(wanted).containsKey(key) || named(path.entry(key))) {
                ours.put(key, value);
              }
            });
    return Value.MapOf.of(ours);
  }

  /** Whether dvl made the object, and so knows what it was like where nothing was said. */
  boolean made() {
    return stamp.filter(birth -> !birth.adopted()).isPresent();
  }

  /** Whether the program set a path when the object was made. */
  boolean named(Path path) {
    return stamp.filter(birth -> birth.names().contains(path.toString())).isPresent();
  }

  /**
   * What is there where the program sets nothing. The platform knows better than the schema, but
   * for a default that the schema makes depend on what the program sets.
   */
  Optional<Value> fallback(Attribute attribute, Optional<Value> known) {
    return fallback(attribute.unset(), known);
  }

  private Optional<Value> fallback(Attribute.Default unset, Optional<Value> known) {
    return switch (unset) {
      case Attribute.Default.Sent(var term) -> Optional.of(rule.evaluate(term, Map.of()));
      case Attribute.Default.Engine(var term) ->
          known.or(() -> Optional.of(rule.evaluate(term, Map.of())));
      case Attribute.Default.Image(String ignored, var otherwise) ->
          known.or(() -> otherwise.map(term -> rule.evaluate(term, Map.of())));
      case Attribute.Default.Made ignored -> Optional.empty();
      case Attribute.Default.Unmanaged ignored -> Optional.empty();
      case Attribute.Default.When(var condition, var then, var otherwise) -> {
        boolean holds = rule.evaluate(condition, Map.of()).equals(Value.of(true));
        Attribute.Default chosen = holds ? then : otherwise;
        boolean ofImage = chosen instanceof Attribute.Default.Image;
        yield fallback(chosen, ofImage ? known : Optional.empty());
      }
    };
  }

  private static Value merged(Value wanted, Optional<Value> fallback) {
    if (fallback.isPresent()
        && fallback.get() instanceof Value.SetOf(var others)
        && wanted instanceof Value.SetOf(var ours)) {
      return Value.SetOf.of(Stream.concat(others.stream(), ours.stream()).toList());
    }
    if (fallback.isEmpty() || !Entries.has(fallback.get()) || !Entries.has(wanted)) {
      return wanted;
    }
    SortedMap<String, Value> all = new TreeMap<>(Entries.of(fallback.get()));
    all.putAll(Entries.of(wanted));
    return Value.MapOf.of(all);
  }
}
