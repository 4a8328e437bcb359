package dev.dvl.engine.plan.order;

import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.host.ReadyCall;
import dev.dvl.engine.plan.input.PlanRequest;
import dev.dvl.engine.plan.judge.Decided;
import dev.dvl.engine.plan.judge.Decision;
import dev.dvl.engine.plan.judge.HostFates;
import dev.dvl.engine.provider.Before;
import dev.dvl.engine.provider.Planned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the calls on a host that is new, or whose machine stops and comes back, wait until it can
 * be used: one op for each such host, behind all that is done to the machine and before all that is
 * done on it, or reads what it tells of itself. A host that gave no answer is waited for as well,
 * so that what stands on it can be planned then.
 */
record HostReadiness(List<OpGroup> ready) {
  private static final String STARTED = "started";

  static HostReadiness of(List<OpGroup> groups, Decided decided) {
    HostFates fates = new HostFates(decided.fates());
    PlanRequest request = decided.matched().request();
    List<OpGroup> ready = new ArrayList<>();
    for (HostInstance host : request.program().hosts()) {
      List<OpGroup> on = on(groups, host);
      List<OpGroup> reading = reading(groups, host);
      List<OpGroup> either = on.isEmpty() ? reading : on;
      if (!either.isEmpty() && fates.mustBecomeReady(host)) {
        OpGroup connecting =
            ready(host, groups, either.getFirst().change(), Before.NOT_RUNNING, request);
        Op op = connecting.ops().getFirst();
        around(on, sources(groups, host), op);
        reading.forEach(
            it -> it.mentioning(host.address()).forEach(by -> it.after(by, List.of(op))));
        ready.add(connecting);
      } else if (!host.sources().isEmpty()) {
        undecided(decided, host)
            .ifPresent(
                change -> ready.add(ready(host, groups, change, before(groups, host), request)));
      }
    }
    for (OpGroup group : groups) {
      if (!group.closing().isEmpty()) {
        close(group, ready, decided);
      }
    }
    return new HostReadiness(ready);
  }

  /**
   * What comes last on a machine waits until its host can be used, if it cannot be used already.
   */
  private static void close(OpGroup machine, List<OpGroup> ready, Decided decided) {
    Address host = machine.change().address();
    Optional<OpGroup> waiting =
        ready.stream().filter(it -> it.ops().getFirst().host().equals(host)).findFirst();
    if (waiting.isPresent()) {
      machine.closing().forEach(op -> machine.after(op, waiting.get().ops()));
    } else if (machine.change().makes() || decided.matched().seen().readable(host).isEmpty()) {
      machine.leaveOpen();
    }
  }

  private static List<OpGroup> on(List<OpGroup> groups, HostInstance host) {
    return groups.stream()
        .filter(group -> !group.isEmpty() && group.change().host().equals(host.address()))
        .toList();
  }

  /** Who reads what a host tells of itself; the address of one without a block is its machine's. */
  private static List<OpGroup> reading(List<OpGroup> groups, HostInstance host) {
    return groups.stream()
        .filter(group -> host.by().isEmpty())
        .filter(group -> !group.mentioning(host.address()).isEmpty())
        .toList();
  }

  private static List<OpGroup> sources(List<OpGroup> groups, HostInstance host) {
    return groups.stream()
        .filter(group -> !group.isEmpty() && group.change().after().isPresent())
        .filter(group -> host.sources().contains(group.change().address()))
        .toList();
  }

  /** A machine that some call starts, or makes, was not running. */
  private static Before before(List<OpGroup> groups, HostInstance host) {
    boolean starts =
        sources(groups, host).stream()
            .anyMatch(source -> source.change().makes() || !source.reaching(STARTED).isEmpty());
    return starts ? Before.NOT_RUNNING : Before.RUNNING;
  }

  private static Optional<Change> undecided(Decided decided, HostInstance host) {
    return decided.changes().stream()
        .map(Decision::change)
        .filter(change -> change.action() == Action.UNDECIDED)
        .filter(change -> change.host().equals(host.address()))
        .findFirst();
  }

  private static OpGroup ready(
      HostInstance host, List<OpGroup> groups, Change about, Before before, PlanRequest request) {
    Op op =
        new Op(
            "ready",
            host.sources().getFirst(),
            host.address(),
            ReadyCall.of(before),
            new Op.Effect(Op.Role.CONNECTS, Set.of(), Optional.empty(), false),
            List.of(),
            Optional.empty());
    Planned planned = new Planned(List.of(op), List.of(), Set.of());
    OpGroup ready = new OpGroup(request.inputs().ids().get(), about, planned, Optional.empty());
    sources(groups, host).forEach(source -> ready.after(ready.ops().getFirst(), source.sinks()));
    return ready;
  }

  private static void around(List<OpGroup> on, List<OpGroup> sources, Op ready) {
    Optional<OpGroup> stopped =
        sources.stream().filter(source -> !source.stopping().isEmpty()).findFirst();
    for (OpGroup group : on) {
      if (stopped.isPresent() && group.onlyComesBack()) {
        group.aroundStop(stopped.get(), ready);
      } else {
        group.afterHost(ready);
      }
    }
  }
}
