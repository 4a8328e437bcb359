package dev.dvl.sandbox;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.change.Op.Need;
import dev.dvl.engine.change.Op.Role;
import dev.dvl.engine.provider.Handover;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Planned;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The calls that carry out one change in the sandbox: the same steps, commit points and ways back
 * as on a real platform, so that plans look real.
 */
final class ChangePlan {
  private static final String SETTLE = "settle";
  private static final String DRAIN = "drain";
  private static final String ROOM = "make_room";
  private static final String BACK = "undo_name";
  private static final String AGAIN = "make_again";

  private final Change change;
  private final boolean runs;
  private final Told told;
  private final CallSteps steps;
  private final Starting starting;

  ChangePlan(Change change, HostView host, KindDefaults defaults) {
    this.change = change;
    this.runs = change.kind().states().stream().anyMatch(state -> state.name().equals("started"));
    this.told = new Told(change, host, defaults);
    this.steps = new CallSteps(change, told);
    this.starting = new Starting(change, told, steps);
  }

  Planned planned() {
    switch (change.action()) {
      case CREATE -> create();
      case UPDATE -> {
        takeOver();
        if (!change.fields().isEmpty() || change.impact() == Impact.RESTART) {
          changeInPlace();
        }
        if (runs) {
          starting.steady();
        }
      }
      case REPLACE -> replace();
      case REPLACE_START_FIRST -> startFirst();
      case DESTROY -> destroy();
      case MOVE -> takeOver();
      case ADOPT -> {
        takeOver();
        if (!change.fields().isEmpty()) {
          changeInPlace();
        }
      }
      case FORGET -> {
        if (change.kind().rewritable()) {
          steps.add(Role.CHANGES, "unmark", told.old(), List.of());
        }
      }
      case CONDITIONAL, UNDECIDED -> {}
    }
    return new Planned(
        steps.ops(),
        List.of(),
        Set.of(),
        new Handover(
            steps.first("stop", "remove", "release"),
            withAgain(steps.first("start", "make", "change"))),
        names(),
        Set.of(ROOM, BACK),
        change.action() == Action.UPDATE ? steps.first("stop") : Set.of(),
        Set.of());
  }

  /** An object that runs takes its name from an old one by itself, when it is started. */
  private Handover names() {
    if (steps.has(ROOM)) {
      return new Handover(Set.of("change", ROOM), Set.of("change", BACK));
    }
    return new Handover(steps.first("remove"), runs ? Set.of() : withAgain(steps.first("make")));
  }

  private Set<String> withAgain(Set<String> taking) {
    Set<String> all = new LinkedHashSet<>(taking);
    all.addAll(steps.first(AGAIN));
    return all;
  }

  /** Writes on the object whose it is, where that can be done. */
  private void takeOver() {
    if (change.taken().isPresent() && change.kind().rewritable()) {
      steps.add(Role.CHANGES, "mark", told.taken(), List.of());
    }
  }

  private void create() {
    make(List.of(), told.wanted());
    if (runs) {
      starting.start();
    }
  }

  private void changeInPlace() {
    boolean stops = change.impact() == Impact.RESTART || change.impact() == Impact.POWER_OFF;
    List<Need> needs = new ArrayList<>(steps.last().stream().map(Need::done).toList());
    if (stops && runs) {
      steps.add(Role.CHANGES, "stop", told.old(), List.copyOf(needs));
      needs.add(Need.done("stop"));
    }
    Set<Address> left = released();
    if (!left.isEmpty()) {
      releasing(Role.CHANGES, "release", List.copyOf(needs), left);
      needs.add(Need.done("release"));
    }
    makeRoom(List.copyOf(needs));
    steps.add(Role.CHANGES, "change", told.changed(), needs);
    if (stops && runs) {
      steps.add(
          Role.CHANGES,
          "start",
          told.old(),
          List.of(Need.done("change")),
          Set.of(),
          Optional.of("started"),
          false);
      List<Need> failed = List.of(Need.begun("stop"), Need.failed("start"));
      steps.undo("undo_start", "start", told.old(), failed);
    }
  }

  private Instance.Update update() {
    return desired().instance().common().update();
  }

  /** Needed only where names go around in a circle. */
  private void makeRoom(List<Need> needs) {
    if (change.fields().stream().noneMatch(it -> it.path().attribute().equals("name"))) {
      return;
    }
    String name = change.before().orElseThrow().ref().name();
    String passing = name + ".passing-" + desired().birth().op();
    steps.add(Role.CHANGES, ROOM, told.called(passing), needs);
    steps.undo(BACK, ROOM, told.called(name), List.of(Need.begun(ROOM), Need.failed("change")));
  }

  private void replace() {
    if (!runs) {
      steps.add(Role.REMOVES, "remove", told.old(), List.of());
      make(List.of(Need.done("remove")), told.wanted());
      again();
      return;
    }
    releasing(Role.CHANGES, "stop", List.of(), released());
    make(List.of(Need.done("stop")), told.wanted());
    String end = settle(starting.start());
    steps.add(Role.REMOVES, "remove", told.old(), List.of(Need.done(end)));
    steps.add(
        Role.UNDOES,
        "restore",
        told.restored(),
        List.of(Need.begun("stop"), Need.over("make"), Need.failed(end)));
  }

  /** The old one, where the new one cannot be made; data would not come back with it. */
  private void again() {
    if (!change.impact().losesData()) {
      List<Need> needs = List.of(Need.begun("remove"), Need.failed("make"));
      steps.undo(AGAIN, AGAIN, told.again(), needs);
    }
  }

  /** The op with which there is no way back any more. */
  private String settle(String up) {
    if (!update().goesBackWhole()) {
      return up;
    }
    steps.settle(SETTLE, Need.done(up));
    return SETTLE;
  }

  private void startFirst() {
    make(List.of(), runs ? told.wanted() : told.besidesOld());
    String last = "make";
    if (runs) {
      last = settle(starting.start());
      steps.add(
          Role.UNDOES, "discard", told.restored(), List.of(Need.done("make"), Need.failed(last)));
      last = drain(last);
    }
    releasing(Role.REMOVES, "remove", List.of(Need.done(last)), released());
  }

  /** The old one ends what it has begun. */
  private String drain(String end) {
    if (!update().drains()) {
      return end;
    }
    steps.add(
        Role.WAITS, DRAIN, Told.lasting(told.old(), update().drain()), List.of(Need.done(end)));
    return DRAIN;
  }

  private void destroy() {
    if (runs) {
      steps.add(Role.CHANGES, "stop", told.old(), List.of());
      steps.add(Role.REMOVES, "remove", told.old(), List.of(Need.done("stop")));
    } else {
      steps.add(Role.REMOVES, "remove", told.old(), List.of());
    }
  }

  private void make(List<Need> needs, SortedMap<String, Value> args) {
    Optional<String> reaches = runs ? Optional.of("created") : Optional.empty();
    steps.add(Role.MAKES, "make", args, needs, Set.of(), reaches, !runs);
  }

  private void releasing(Role role, String call, List<Need> needs, Set<Address> left) {
    steps.add(role, call, told.old(), needs, left, Optional.empty(), false);
  }

  private Desired desired() {
    return change.after().orElseThrow();
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
