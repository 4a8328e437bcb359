package dev.dvl.engine.provider;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Made;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.change.Op.Need;
import dev.dvl.engine.change.Op.Role;
import dev.dvl.engine.live.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The ops of one change while they are written down, each by what it does to the object: all but
 * those that undo need the one before them. For the {@code plan} of a provider.
 */
public final class Steps {
  public static final Duration QUICK = Duration.ofMinutes(2);
  public static final Duration LONG = Duration.ofHours(2);

  /** The word for what is no call: a change is final. */
  private static final String SETTLE = "engine.settle";

  private final Change change;
  private final List<Op> ops = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> giving = new HashSet<>();
  private final Set<String> taking = new HashSet<>();
  private final Set<String> leaving = new HashSet<>();
  private final Set<String> entering = new HashSet<>();
  private final Set<String> spare = new HashSet<>();
  private final Set<String> stopping = new HashSet<>();
  private final Set<String> closing = new HashSet<>();
  private Optional<String> last = Optional.empty();

  public Steps(Change change) {
    this.change = change;
  }

  /** The names of the attributes that an update changes. */
  public static Set<String> attributes(Change change) {
    return change.action() == Action.UPDATE
        ? change.fields().stream().map(it -> it.path().attribute()).collect(Collectors.toSet())
        : Set.of();
  }

  /** An op behind the last one, by which the new object comes about. */
  public Step makes(String id, String call) {
    return then(Role.MAKES, id, call);
  }

  /** An op behind the last one, on an object that was there before and stays for now. */
  public Step changes(String id, String call) {
    return then(Role.CHANGES, id, call);
  }

  /** An op behind the last one, which takes away an object that was there before. */
  public Step removes(String id, String call) {
    return then(Role.REMOVES, id, call);
  }

  /** An op behind the last one, which only waits. */
  public Step waits(String id, String call) {
    return then(Role.WAITS, id, call);
  }

  /**
   * The op with which there is no way back any more, behind the last one. What takes back needs it
   * to have failed.
   */
  public void settles(String id) {
    then(Role.SETTLES, id, SETTLE).repeatable().add();
  }

  /**
   * An op with needs of its own, which takes back what others did; nothing follows it by itself.
   */
  public Step undoes(String id, String call, Need... needs) {
    return new Step(Role.UNDOES, id, call, List.of(needs));
  }

  private Step then(Role role, String id, String call) {
    return new Step(role, id, call, last.map(it -> List.of(Need.done(it))).orElse(List.of()));
  }

  public void find(Finding finding) {
    findings.add(finding);
  }

  public Planned planned() {
    return new Planned(
        ops,
        findings,
        Set.of(),
        new Handover(giving, taking),
        new Handover(leaving, entering),
        spare,
        stopping,
        closing);
  }

  /** One op, added when it is complete. */
  public final class Step {
    private final Role role;
    private final String id;
    private final String call;
    private final List<Need> needs;
    private final SortedMap<String, Value> args = new TreeMap<>();
    private final SortedMap<String, Made> made = new TreeMap<>();
    private final Set<String> locks = new java.util.TreeSet<>();
    private final Set<Address> releases = new java.util.HashSet<>();
    private Optional<String> reaches = Optional.empty();
    private Duration limit = QUICK;
    private boolean commits;
    private boolean idempotent;

    private Step(Role role, String id, String call, List<Need> needs) {
      this.role = role;
      this.id = id;
      this.call = call;
      this.needs = needs;
    }

    /** All that the call is told. */
    public Step with(CallArguments arguments) {
      args.putAll(arguments.values());
      return this;
    }

    public Step with(String name, Value value) {
      if (!value.isNull()) {
        args.put(name, value);
      }
      return this;
    }

    public Step with(String name, String text) {
      return with(name, Value.text(text));
    }

    /** An argument that apply makes right before the call. */
    public Step making(String name, Made what) {
      made.put(name, what);
      return this;
    }

    public Step locking(String lock) {
      locks.add(lock);
      return this;
    }

    /** After it, what an object used that can be had once on the host is free again. */
    public Step giving() {
      giving.add(id);
      return this;
    }

    /** With it an object takes what it uses and can be had once on the host. */
    public Step taking() {
      taking.add(id);
      return this;
    }

    /** With it the object stops, and what stands on it; a later op starts it again. */
    public Step stopping() {
      stopping.add(id);
      return this;
    }

    /** After it, the name of an object is free again. */
    public Step givingName() {
      leaving.add(id);
      return this;
    }

    /** With it an object takes its name. */
    public Step takingName() {
      entering.add(id);
      return this;
    }

    /** It is made only where names go around in a circle; what follows does not need it. */
    public Step spare() {
      spare.add(id);
      return this;
    }

    /**
     * It comes last, once the host that the object is can be used; what follows does not need it.
     */
    public Step closing() {
      closing.add(id);
      return this;
    }

    /** After it, the change no longer uses the old objects of these; one that undoes does again. */
    public Step releasing(Set<Address> addresses) {
      releases.addAll(addresses);
      return this;
    }

    public Step reaching(String state) {
      reaches = Optional.of(state);
      return this;
    }

    public Step within(Duration duration) {
      limit = duration;
      return this;
    }

    public Step committing() {
      commits = true;
      return this;
    }

    public Step repeatable() {
      idempotent = true;
      return this;
    }

    public void add() {
      ops.add(
          new Op(
              id,
              change.address(),
              change.host(),
              new Op.Request(call, args, made, locks, idempotent, limit),
              new Op.Effect(role, releases, reaches, commits),
              needs,
              Optional.empty()));
      if (role != Role.UNDOES && !spare.contains(id) && !closing.contains(id)) {
        last = Optional.of(id);
      }
    }
  }
}
