package dev.dvl.sandbox;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.change.Op.Role;
import dev.dvl.engine.provider.Steps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The ops of one change while they are written down, each with needs of its own. */
final class CallSteps {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final Change change;
  private final Told told;
  private final List<Op> ops = new ArrayList<>();

  CallSteps(Change change, Told told) {
    this.change = change;
    this.told = told;
  }

  List<Op> ops() {
    return ops;
  }

  /** The op that was added last, but for those that undo. */
  Optional<String> last() {
    return ops.reversed().stream().filter(op -> !op.undoes()).map(Op::id).findFirst();
  }

  boolean has(String id) {
    return ops.stream().anyMatch(op -> op.id().equals(id));
  }

  /** Of a few calls the first that there is. */
  Set<String> first(String... calls) {
    return Arrays.stream(calls).filter(this::has).limit(1).collect(Collectors.toSet());
  }

  void add(Role role, String call, SortedMap<String, Value> args, List<Op.Need> needs) {
    add(role, call, args, needs, Set.of(), Optional.empty(), false);
  }

  /** A call that takes back what another did. */
  void undo(String id, String call, SortedMap<String, Value> args, List<Op.Need> needs) {
    add(Role.UNDOES, call, args, needs);
    ops.add(ops.removeLast().placed(id, needs, Optional.empty()));
  }

  /** The op with which there is no way back any more. */
  void settle(String id, Op.Need need) {
    Steps settling = new Steps(change);
    settling.settles(id);
    Op settle = settling.planned().ops().getFirst();
    ops.add(settle.placed(id, List.of(need), Optional.empty()));
  }

  void add(
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
                role == Role.WAITS
                    ? told.patience().plus(Lasting.of(args).orElse(Duration.ZERO))
                    : LIMIT),
            new Op.Effect(role, releases, reaches, commits),
            needs,
            Optional.empty()));
  }
}
