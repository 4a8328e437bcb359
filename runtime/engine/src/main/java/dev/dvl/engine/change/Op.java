package dev.dvl.engine.change;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One primitive call on a platform, as data: the saved plan holds it, and apply makes just this
 * call.
 *
 * @param id unique in the plan; providers give ids that are unique in their change
 * @param change the address of the change it belongs to
 * @param host the host it is made on
 * @param needs other ops that must have ended so before this one starts; each stands in it once,
 *     and one that must have ended in two ways is an {@link IllegalArgumentException}, as is an op
 *     that needs a failure and does not undo anything
 * @param guard what must still be so; the engine adds it to the first ops of a change, providers
 *     leave it empty
 */
public record Op(
    String id,
    Address change,
    Address host,
    Request request,
    Effect effect,
    List<Need> needs,
    Optional<Guard> guard) {

  /** The state of what has been good for as long as its {@code health_window} says. */
  public static final String STEADY = "steady";

  public Op {
    needs = once(id, needs);
    boolean takesBack = needs.stream().anyMatch(need -> need.on() == On.FAILED);
    if (takesBack && effect.role() != Role.UNDOES) {
      throw new IllegalArgumentException("`" + id + "` needs a failure and undoes nothing");
    }
  }

  /**
   * What is asked of the platform.
   *
   * @param call the provider's word for it, which it alone reads: {@code container.create}
   * @param args known values, references to resources, and deferred terms that apply computes
   * @param made arguments that apply makes anew each time it is about to make the call
   * @param locks names of what no two calls may be at together
   * @param idempotent whether making the call twice is as making it once
   * @param limit how long it may take
   */
  public record Request(
      String call,
      SortedMap<String, Value> args,
      SortedMap<String, Made> made,
      Set<String> locks,
      boolean idempotent,
      Duration limit) {
    public Request {
      args = Collections.unmodifiableSortedMap(new TreeMap<>(args));
      made = Collections.unmodifiableSortedMap(new TreeMap<>(made));
      locks = Collections.unmodifiableSortedSet(new TreeSet<>(locks));
    }

    /** Of a call for which nothing is made. */
    public Request(
        String call,
        SortedMap<String, Value> args,
        Set<String> locks,
        boolean idempotent,
        Duration limit) {
      this(call, args, Collections.emptySortedMap(), locks, idempotent, limit);
    }
  }

  /**
   * What comes of it.
   *
   * @param role what it does to the object of its change
   * @param releases resources whose old object the change no longer uses once the op is done; of
   *     one that undoes, those whose old object it uses again
   * @param reaches the state that the resource is in when it is done: {@code started}
   * @param commits whether the change counts from here on
   */
  public record Effect(
      Role role, Set<Address> releases, Optional<String> reaches, boolean commits) {
    public Effect {
      releases = Set.copyOf(releases);
    }
  }

  /** What an op does to the object of its change. */
  public enum Role {
    /** It is one of the calls by which a new object comes about, up to its being in use. */
    MAKES("makes"),
    /**
     * It changes an object that was there before; stopping it and moving it aside are that, too.
     */
    CHANGES("changes"),
    /** It takes away an object that was there before. */
    REMOVES("removes"),
    /** It does nothing but wait for a state. */
    WAITS("waits"),
    /**
     * It waits until the host that it is on can be used: a machine that was made or started. The
     * engine makes it, no provider does.
     */
    CONNECTS("connects"),
    /**
     * With it there is no way back any more. Where the elements of a set go back together, none of
     * them passes it before all can. The engine makes it itself, and it takes no call.
     */
    SETTLES("settles"),
    /** It runs only where others failed, or behind one that does, and takes back what was done. */
    UNDOES("undoes");

    private final String word;

    Role(String word) {
      this.word = word;
    }

    /** The word for it in plans. */
    public String word() {
      return word;
    }

    /** The role of that word. */
    public static Optional<Role> of(String word) {
      return Arrays.stream(values()).filter(role -> role.word.equals(word)).findFirst();
    }
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

    public static Need over(String op) {
      return new Need(op, On.OVER);
    }

    public static Need begun(String op) {
      return new Need(op, On.BEGUN);
    }
  }

  /** How an op ended. */
  public enum On {
    DONE("done"),
    /** It failed, or was skipped because something before it did. */
    FAILED("failed"),
    /** However it ended, also where it turned out that it is not needed. */
    OVER("over"),
    /**
     * It was begun, and is done or has failed: a call that failed may have had its effect all the
     * same, so that what takes it back is made.
     */
    BEGUN("begun");

    private final String word;

    On(String word) {
      this.word = word;
    }

    /** The word for it in plans. */
    public String word() {
      return word;
    }

    /** The one of that word. */
    public static Optional<On> of(String word) {
      return Arrays.stream(values()).filter(on -> on.word.equals(word)).findFirst();
    }
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

  public String call() {
    return request.call();
  }

  public SortedMap<String, Value> args() {
    return request.args();
  }

  public Set<String> locks() {
    return request.locks();
  }

  public boolean idempotent() {
    return request.idempotent();
  }

  public Duration limit() {
    return request.limit();
  }

  public Role role() {
    return effect.role();
  }

  public Set<Address> releases() {
    return effect.releases();
  }

  public Optional<String> reaches() {
    return effect.reaches();
  }

  /** Whether the resource has been good for long enough when it is done. */
  public boolean isSteady() {
    return reaches().filter(STEADY::equals).isPresent();
  }

  public boolean commits() {
    return effect.commits();
  }

  /** Whether it changes nothing and only waits. */
  public boolean waits() {
    return role() == Role.WAITS || role() == Role.CONNECTS || settles();
  }

  /** Whether it stands for the change being final. */
  public boolean settles() {
    return role() == Role.SETTLES;
  }

  /** Whether it is there to take back what others did. */
  public boolean undoes() {
    return role() == Role.UNDOES;
  }

  /**
   * The same op under an id that is unique in the plan, with the needs and the guard it has there.
   */
  public Op placed(String unique, List<Need> others, Optional<Guard> guarded) {
    return new Op(unique, change, host, request, effect, others, guarded);
  }

  /** The same op, which may take as long as {@code other}. */
  public Op within(Duration other) {
    Request patient = new Request(call(), args(), request.made(), locks(), idempotent(), other);
    return new Op(id, change, host, patient, effect, needs, guard);
  }

  /** The same op with other needs. */
  public Op withNeeds(List<Need> others) {
    return placed(id, others, guard);
  }
}
