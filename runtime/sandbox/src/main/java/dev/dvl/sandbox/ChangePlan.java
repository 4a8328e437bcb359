package dev.dvl.sandbox;

import dev.dvl.compiler.eval.StandardFunctions;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.change.Op.Role;
import dev.dvl.engine.diff.KindRule;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Planned;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The calls that carry out one change in the sandbox: the same steps, commit points and ways back
 * as on a real platform, so that plans look real.
 */
final class ChangePlan {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final List<String> WAITED_FOR = List.of("healthy", "completed");

  private final Change change;
  private final Value facts;
  private final boolean runs;
  private final KindDefaults defaults;
  private final List<Op> ops = new ArrayList<>();

  ChangePlan(Change change, HostView host, KindDefaults defaults) {
    this.change = change;
    this.defaults = defaults;
    this.facts =
        host instanceof HostView.Readable(var known, var ignored)
            ? Value.ObjectOf.of(known.values())
            : Value.Null.NULL;
    this.runs = change.kind().states().stream().anyMatch(state -> state.name().equals("started"));
  }

  Planned planned() {
    switch (change.action()) {
      case CREATE -> create();
      case UPDATE -> {
        takeOver();
        update();
      }
      case REPLACE -> replace();
      case REPLACE_START_FIRST -> startFirst();
      case DESTROY -> destroy();
      case MOVE -> takeOver();
      case ADOPT -> {
        takeOver();
        if (!change.fields().isEmpty()) {
          update();
        }
      }
      case FORGET -> {
        if (change.kind().rewritable()) {
          step(Role.CHANGES, "unmark", old(), List.of());
        }
      }
      case CONDITIONAL, UNDECIDED -> {}
    }
    return new Planned(ops, List.of(), Set.of(), first("stop", "remove"), first("start", "make"));
  }

  /** Of two calls the one that there is; where there are both, the first. */
  private Set<String> first(String one, String other) {
    Set<String> ids = ops.stream().map(Op::id).collect(Collectors.toSet());
    return ids.contains(one) ? Set.of(one) : ids.contains(other) ? Set.of(other) : Set.of();
  }

  /** Writes on the object whose it is, where that can be done. */
  private void takeOver() {
    if (change.taken().isPresent() && change.kind().rewritable()) {
      SortedMap<String, Value> args = old();
      args.put("stamp", Stamps.value(change.record()));
      step(Role.CHANGES, "mark", args, List.of());
    }
  }

  private List<Op.Need> marked() {
    return ops.isEmpty() ? List.of() : List.of(Op.Need.done("mark"));
  }

  private void create() {
    make(List.of());
    if (runs) {
      start(Op.Need.done("make"));
    }
  }

  private void update() {
    boolean stops = change.impact() == Impact.RESTART || change.impact() == Impact.POWER_OFF;
    List<Op.Need> needs = new ArrayList<>(marked());
    if (stops && runs) {
      step(Role.CHANGES, "stop", old(), List.copyOf(needs));
      needs.add(Op.Need.done("stop"));
    }
    Set<Address> left = released();
    if (!left.isEmpty()) {
      step(Role.CHANGES, "release", old(), needs, left, Optional.empty(), false);
      needs.add(Op.Need.done("release"));
    }
    SortedMap<String, Value> args = wanted();
    args.putAll(old());
    step(Role.CHANGES, "change", args, needs);
    if (stops && runs) {
      step(
          Role.CHANGES,
          "start",
          old(),
          List.of(Op.Need.done("change")),
          Set.of(),
          Optional.of("started"),
          false);
    }
  }

  private void replace() {
    if (!runs) {
      step(Role.REMOVES, "remove", old(), List.of());
      make(List.of(Op.Need.done("remove")));
      return;
    }
    step(Role.CHANGES, "stop", old(), List.of(), released(), Optional.empty(), false);
    make(List.of(Op.Need.done("stop")));
    String up = start(Op.Need.done("make"));
    step(Role.REMOVES, "remove", old(), List.of(Op.Need.done(up)));
    step(Role.UNDOES, "restore", restored(), List.of(Op.Need.done("stop"), Op.Need.failed(up)));
  }

  private void startFirst() {
    make(List.of(), runs ? wanted() : besidesOld());
    String last = "make";
    if (runs) {
      last = start(Op.Need.done("make"));
      step(Role.UNDOES, "discard", madeNow(), List.of(Op.Need.done("make"), Op.Need.failed(last)));
    }
    step(
        Role.REMOVES,
        "remove",
        old(),
        List.of(Op.Need.done(last)),
        released(),
        Optional.empty(),
        false);
  }

  private void destroy() {
    if (runs) {
      step(Role.CHANGES, "stop", old(), List.of());
      step(Role.REMOVES, "remove", old(), List.of(Op.Need.done("stop")));
    } else {
      step(Role.REMOVES, "remove", old(), List.of());
    }
  }

  private void make(List<Op.Need> needs) {
    make(needs, wanted());
  }

  private void make(List<Op.Need> needs, SortedMap<String, Value> args) {
    Optional<String> reaches = runs ? Optional.of("created") : Optional.empty();
    step(Role.MAKES, "make", args, needs, Set.of(), reaches, !runs);
  }

  /** The op after which the new object is up, and in the states that others come after. */
  private String start(Op.Need need) {
    List<String> states = new ArrayList<>(WAITED_FOR);
    states.retainAll(desired().awaited());
    step(
        Role.MAKES,
        "start",
        self(),
        List.of(need),
        Set.of(),
        Optional.of("started"),
        states.isEmpty());
    String last = "start";
    for (String state : states) {
      boolean commits = state.equals(states.getLast());
      Op.Need before = Op.Need.done(last);
      last = "wait_" + state;
      step(Role.WAITS, last, self(), List.of(before), Set.of(), Optional.of(state), commits);
    }
    return last;
  }

  private void step(Role role, String call, SortedMap<String, Value> args, List<Op.Need> needs) {
    step(role, call, args, needs, Set.of(), Optional.empty(), false);
  }

  private void step(
      Role role,
      String call,
      SortedMap<String, Value> args,
      List<Op.Need> needs,
      Set<Address> releases,
      Optional<String> reaches,
      boolean commits) {
    ops.add(
        new Op(
            call,
            change.address(),
            change.host(),
            new Op.Request(
                change.kind().name() + "." + call,
                args,
                Set.of(),
                true,
                role == Role.WAITS ? patience() : LIMIT),
            new Op.Effect(role, releases, reaches, commits),
            needs,
            Optional.empty()));
  }

  private Duration patience() {
    return desired().value("wait") instanceof Value.ObjectOf wait
            && wait.field("timeout") instanceof Value.Quantity(var ignored, long nanos)
        ? Duration.ofNanos(nanos)
        : PATIENCE;
  }

  /** The object that this change makes. */
  private SortedMap<String, Value> self() {
    SortedMap<String, Value> args = new TreeMap<>();
    args.put("id", new Value.Ref(change.address(), change.kind().name()));
    args.put("name", Value.text(name()));
    return args;
  }

  private SortedMap<String, Value> old() {
    SortedMap<String, Value> args = new TreeMap<>();
    args.put("id", Value.text(change.before().orElseThrow().ref().id()));
    return args;
  }

  private SortedMap<String, Value> madeNow() {
    SortedMap<String, Value> args = new TreeMap<>();
    args.put("birth", Value.text(desired().birth().op()));
    return args;
  }

  private SortedMap<String, Value> restored() {
    SortedMap<String, Value> args = madeNow();
    args.putAll(old());
    return args;
  }

  private SortedMap<String, Value> wanted() {
    SortedMap<String, Value> args = new TreeMap<>();
    SortedMap<String, Value> shown = shown();
    String seed = change.address() + " " + desired().birth().op();
    args.put("kind", Value.text(change.kind().name()));
    args.put("name", Value.text(name()));
    args.put("values", Value.ObjectOf.of(shown));
    args.put("defaults", defaults.shared());
    args.put("stamp", Stamps.value(desired().birth()));
    args.put("seed", Value.text(seed));
    args.put("outputs", Value.ObjectOf.of(MadeUp.outputs(change.kind(), seed)));
    Template.of(shown).ifPresent(template -> args.put("template", Value.text(template)));
    return args;
  }

  /** What does not run commits when it is made, and takes its name from the old one there. */
  private SortedMap<String, Value> besidesOld() {
    SortedMap<String, Value> args = wanted();
    args.put("older", Value.text(change.before().orElseThrow().ref().id()));
    return args;
  }

  /** What a platform would show: no value of which only a fingerprint is kept. */
  private SortedMap<String, Value> shown() {
    SortedMap<String, Value> set = desired().values();
    KindRule rule = KindRule.unborn(StandardFunctions.EVALUATOR, change.kind(), set, facts);
    SortedMap<String, Value> shown = Shown.of(change.kind(), set, rule);
    shown.putAll(defaults.all().dependent(set, rule));
    return shown;
  }

  private Desired desired() {
    return change.after().orElseThrow();
  }

  private String name() {
    Value name = desired().value("name");
    return name instanceof Value.Text(String text) ? text : change.address().toString();
  }

  /** What the new state no longer holds on to: all that the resource may have referred to. */
  private Set<Address> released() {
    Set<Address> found = new LinkedHashSet<>();
    for (Instance.Edge edge : desired().instance().edges()) {
      if (edge instanceof Instance.Edge.Uses uses) {
        found.add(uses.to());
      }
    }
    return found;
  }
}
