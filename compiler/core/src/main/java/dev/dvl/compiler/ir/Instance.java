package dev.dvl.compiler.ir;

import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One resource that is to exist.
 *
 * @param place the host or resource it stands on
 * @param values what the program sets, defaults that are sent, and made names; blocks stand among
 *     them as objects, labelled ones as maps of objects; unset attributes are absent
 * @param edges what must be there before it, in order of the text
 * @param common the attributes that every kind has
 * @param origin where it is declared; {@code origins} where its parts are written
 */
public record Instance(
    Address address,
    String kind,
    Address place,
    SortedMap<String, Value> values,
    List<Edge> edges,
    Common common,
    Span origin,
    Map<Path, Span> origins) {

  public Instance {
    values = java.util.Collections.unmodifiableSortedMap(new java.util.TreeMap<>(values));
    edges = List.copyOf(edges);
    origins = Map.copyOf(origins);
  }

  public Value value(String attribute) {
    return values.getOrDefault(attribute, Value.Null.NULL);
  }

  /** Where a part is written: its own place, else that of what encloses it. */
  public Span originOf(Path path) {
    Optional<Path> nearest =
        origins.keySet().stream()
            .filter(path::startsWith)
            .max(java.util.Comparator.comparingInt(found -> found.steps().size()));
    return nearest.map(origins::get).orElse(origin);
  }

  /** A reason to come after another resource. */
  public sealed interface Edge {
    Address to();

    Span origin();

    /** It stands on the other one. */
    record On(Address to, Span origin) implements Edge {}

    /** A value at {@code path} refers to the other one or reads an output of it. */
    record Uses(Address to, Path path, Span origin) implements Edge {}

    /** {@code after = [to.state]}; without a state it is enough that the other one is there. */
    record After(Address to, Optional<String> state, Span origin) implements Edge {}
  }

  /** What every kind has: {@code after} stands among the edges. */
  public record Common(
      boolean protect, Update update, Map<String, Value> timeouts, List<Value> replaceWhen) {
    public static final Common NONE = new Common(false, Update.DEFAULT, Map.of(), List.of());

    public Common {
      timeouts = Map.copyOf(timeouts);
      replaceWhen = List.copyOf(replaceWhen);
    }
  }

  /**
   * How a replacement is carried out.
   *
   * @param drain how long the old one goes on when the new one has its names
   */
  public record Update(
      Order order, String waitFor, OnFailure onFailure, Duration drain, Rollout rollout) {
    public static final Update DEFAULT =
        new Update(Order.STOP_FIRST, "started", OnFailure.ROLLBACK);

    /** Of what is replaced without regard to others, and counts as soon as it is good. */
    public Update(Order order, String waitFor, OnFailure onFailure) {
      this(order, waitFor, onFailure, Duration.ZERO, Rollout.NONE);
    }

    /** Whether the old one goes on for some time. */
    public boolean drains() {
      return drain.isPositive();
    }

    /** Whether all elements go back where one does not come up. */
    public boolean goesBackWhole() {
      return onFailure == OnFailure.ROLLBACK_ALL;
    }

    /** Whether the old one comes back where the new one does not come up. */
    public boolean goesBack() {
      return onFailure != OnFailure.STOP;
    }

    /** Whether what becomes of one element hangs on others of its declaration. */
    public boolean isOfSet() {
      return rollout.hasBatches() || goesBackWhole();
    }

    /** Whether the old one goes before the new one comes. */
    public enum Order {
      STOP_FIRST,
      START_FIRST
    }

    /** What happens when the new one does not come up. */
    public enum OnFailure {
      ROLLBACK,
      STOP,
      /** All elements of the declaration keep their old ones until the last new one is good. */
      ROLLBACK_ALL
    }
  }
}
