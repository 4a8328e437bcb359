package dev.dvl.engine.live;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An object as the platform shows it, in the words of its kind's schema.
 *
 * <p>In the place of a reference to another resource stands the platform's id or name of its
 * object, as text.
 *
 * @param stamp the birth record, if the object carries one that was written for it; an object that
 *     is ours by its name alone (a pulled image, a named kind) has none
 * @param values every attribute that can be read, normalised; what is at rest is in its place, also
 *     where it equals the default; absent means null, or that it cannot be read where the schema
 *     says so
 * @param defaults what the platform, the engine or the image say where the program sets nothing;
 *     where absent, the default in the schema counts
 * @param outputs what the kind tells: id, name, addresses
 * @param restart why it has to be stopped and started again to be what it shows: a full sentence;
 *     empty where it has not
 * @param unreadable why the platform cannot tell now what it is like: a full sentence. It is there,
 *     its values may be missing or old, and nothing may be concluded from them
 */
public record Live(
    Ref ref,
    Standing standing,
    Optional<Stamp> stamp,
    SortedMap<String, Value> values,
    SortedMap<String, Value> defaults,
    SortedMap<String, Value> outputs,
    Optional<String> restart,
    Optional<String> unreadable) {

  /** An object that is what it shows. */
  public Live(
      Ref ref,
      Standing standing,
      Optional<Stamp> stamp,
      SortedMap<String, Value> values,
      SortedMap<String, Value> defaults,
      SortedMap<String, Value> outputs) {
    this(ref, standing, stamp, values, defaults, outputs, Optional.empty(), Optional.empty());
  }

  public Live {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    defaults = Collections.unmodifiableSortedMap(new TreeMap<>(defaults));
    outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
  }

  /** An object of which nothing is known but that it was there. */
  public static Live unread(Ref ref) {
    return new Live(
        ref, Standing.FOREIGN, Optional.empty(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
  }

  /** An object that is there, and of which nobody can tell whose it is. */
  public static Live unknown(Ref ref) {
    return new Live(
        ref, Standing.UNKNOWN, Optional.empty(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
  }

  /** The same object, standing for another address: its birth record says so. */
  public Live at(Address moved) {
    return new Live(
        ref,
        standing,
        stamp.map(it -> it.at(moved)),
        values,
        defaults,
        outputs,
        restart,
        unreadable);
  }

  /** The same object with other values. */
  public Live showing(SortedMap<String, Value> other) {
    return new Live(ref, standing, stamp, other, defaults, outputs, restart, unreadable);
  }

  /** The same object, which has to be stopped and started again. */
  public Live restarting(String why) {
    return new Live(ref, standing, stamp, values, defaults, outputs, Optional.of(why), unreadable);
  }

  /** The same object, of which the platform cannot tell now what it is like. */
  public Live unreadable(String why) {
    return new Live(ref, standing, stamp, values, defaults, outputs, restart, Optional.of(why));
  }

  public Value value(String attribute) {
    return values.getOrDefault(attribute, Value.Null.NULL);
  }

  public Value output(String name) {
    return outputs.getOrDefault(name, Value.Null.NULL);
  }

  /** Whose an object is. */
  public enum Standing {
    /** Ours, and committed. */
    OURS,
    /** Ours, but its creation did not come to an end. */
    UNFINISHED,
    /** Carries a stamp that was written for another object: a copy, never ours. */
    COPY,
    /** Belongs to another stack, whose id its stamp tells. */
    OTHER_STACK,
    /** Carries no stamp. */
    FOREIGN,
    /** Nobody can tell whether it carries a stamp: it cannot be read. */
    UNKNOWN
  }

  /** The outputs and values of an object as one map, outputs first. */
  public Map<String, Value> readable() {
    Map<String, Value> all = new TreeMap<>(values);
    all.putAll(outputs);
    return all;
  }
}
