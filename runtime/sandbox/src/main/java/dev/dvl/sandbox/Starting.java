package dev.dvl.sandbox;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.change.Op.Need;
import dev.dvl.engine.change.Op.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** From the start of an object to the states that others come after. */
record Starting(Change change, Told told, CallSteps steps) {
  private static final String STEADY = "wait_" + Op.STEADY;
  private static final List<String> WAITED_FOR = List.of("healthy", Told.COMPLETED);

  /** The op after which the new object is up, and in the states that others come after. */
  String start() {
    List<String> states = states();
    steps.add(
        Role.MAKES,
        "start",
        told.self(),
        List.of(Need.done("make")),
        Set.of(),
        Optional.of("started"),
        states.isEmpty());
    String last = "start";
    for (String state : states) {
      List<Need> before = List.of(Need.done(last));
      last = "wait_" + state;
      SortedMap<String, Value> args =
          state.equals(Op.STEADY) ? Told.lasting(told.self(), window()) : told.self();
      waitFor(last, args, before, state, state.equals(states.getLast()));
    }
    return last;
  }

  /** Those that the new object is waited for in, in order. */
  private List<String> states() {
    List<String> states = new ArrayList<>(WAITED_FOR);
    states.add(Op.STEADY);
    states.removeIf(
        it -> !desired().awaited().contains(it) && !(it.equals(Told.COMPLETED) && told.ends()));
    return states;
  }

  private void waitFor(
      String id, SortedMap<String, Value> args, List<Need> needs, String state, boolean commits) {
    steps.add(Role.WAITS, id, args, needs, Set.of(), Optional.of(state), commits);
  }

  /** A changed object is to be good for as long as it is asked. */
  void steady() {
    if (change.after().isPresent() && desired().awaited().contains(Op.STEADY)) {
      List<Need> behind = steps.last().stream().map(Need::done).toList();
      waitFor(STEADY, Told.lasting(told.old(), window()), behind, Op.STEADY, false);
    }
  }

  private Duration window() {
    return desired().instance().common().update().rollout().healthWindow();
  }

  private Desired desired() {
    return change.after().orElseThrow();
  }
}
