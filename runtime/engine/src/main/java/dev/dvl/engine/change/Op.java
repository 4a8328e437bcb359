package dev.dvl.engine.change;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One primitive call on a platform, as data: the saved plan holds it, and apply makes just this
 * call.
 *
 * @param id unique in the plan; providers give ids that are unique in their change
 * @param change the address of the change it belongs to
 * @param host the host it is made on
 * @param call the provider's word for it: {@code container.create}
 * @param args known values, references to resources, and deferred terms that apply computes
 * @param needs other ops that must have ended so before this one starts; each stands in it once,
 *     and one that must have ended in two ways is an {@link IllegalArgumentException}
 * @param guard what must still be so; the engine adds it to the first ops of a change, providers
 *     leave it empty
 * @param releases resources whose old object this change no longer uses once the op is done
 * @param reaches the state that the resource is in when it is done: {@code started}
 * @param commits whether the change counts from here on
 * @param idempotent whether making the call twice is as making it once
 * @param limit how long it may take
 */
public record Op(
    String id,
    Address change,
    Address host,
    String call,
    SortedMap<String, Value> args,
    List<Need> needs,
    Set<String> locks,
    Set<Address> releases,
    Optional<String> reaches,
    Optional<Guard> guard,
    boolean commits,
    boolean idempotent,
    Duration limit) {

  public Op {
    args = Collections.unmodifiableSortedMap(new TreeMap<>(args));
    needs = once(id, needs);
    locks = Collections.unmodifiableSortedSet(new java.util.TreeSet<>(locks));
    releases = Set.copyOf(releases);
  }

  private static List<Need> once(String id, List<Need> needs) {
    Map<String, Need> byOp = new LinkedHashMap<>();
    for (Need need : needs) {
      Need other = byOp.putIfAbsent(need.op(), need);
      if (other != null && !other.equals(need)) {
        throw new IllegalArgumentException(
            "`" + id + "` needs `" + need.op() + "` both to be done and to have failed");
      }
    }
    return List.copyOf(byOp.values());
  }

  /** An op that must have ended in a certain way. */
  public record Need(String op, On on) {
    public static Need done(String op) {
      return new Need(op, On.DONE);
    }

    public static Need failed(String op) {
      return new Need(op, On.FAILED);
    }
  }

  /** How an op ended. */
  public enum On {
    DONE,
    /** It failed, or was skipped because something before it did. */
    FAILED
  }

  /**
   * What must still be so when the op starts: that object is there and the digest of the values the
   * plan relies on is unchanged, or the name is free.
   */
  public sealed interface Guard {
    /** The digest is over the normalised live values of just these attributes. */
    record Unchanged(String kind, String id, List<String> attributes, String digest)
        implements Guard {
      public Unchanged {
        attributes = List.copyOf(attributes);
      }
    }

    record Free(String kind, String name) implements Guard {}
  }

  /**
   * The same op under an id that is unique in the plan, with the needs and the guard it has there.
   */
  public Op placed(String unique, List<Need> others, Optional<Guard> guarded) {
    return new Op(
        unique,
        change,
        host,
        call,
        args,
        others,
        locks,
        releases,
        reaches,
        guarded,
        commits,
        idempotent,
        limit);
  }

  /** Whether it is there to take back what others did: it starts only when one of them failed. */
  public boolean undoes() {
    return needs.stream().anyMatch(need -> need.on() == On.FAILED);
  }

  /** The same op, which may take as long as {@code other}. */
  public Op within(Duration other) {
    return new Op(
        id,
        change,
        host,
        call,
        args,
        needs,
        locks,
        releases,
        reaches,
        guard,
        commits,
        idempotent,
        other);
  }

  /** The same op with other needs. */
  public Op withNeeds(List<Need> others) {
    return new Op(
        id,
        change,
        host,
        call,
        args,
        others,
        locks,
        releases,
        reaches,
        guard,
        commits,
        idempotent,
        limit);
  }
}
