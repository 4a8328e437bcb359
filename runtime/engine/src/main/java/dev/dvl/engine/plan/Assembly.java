package dev.dvl.engine.plan;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.diff.Known;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.input.PlanRequest;
import dev.dvl.engine.plan.judge.Decided;
import dev.dvl.engine.plan.judge.Decision;
import dev.dvl.engine.plan.judge.SteadyOutputs;
import dev.dvl.engine.plan.judge.Triggers;
import dev.dvl.engine.plan.order.Ordered;
import dev.dvl.engine.plan.reading.HostLayers;
import dev.dvl.engine.provider.Secrets;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the plan together: all that was found out, and what apply has to know besides. */
final class Assembly {
  private final Ordered ordered;
  private final Decided decided;
  private final PlanRequest request;

  private Assembly(Ordered ordered) {
    this.ordered = ordered;
    this.decided = ordered.decided();
    this.request = decided.matched().request();
  }

  static Outcome<Plan> of(Ordered ordered) {
    return new Assembly(ordered).all();
  }

  private Outcome<Plan> all() {
    Outcome<List<Plan.PlannedCheck>> checks = Conditions.of(decided.fates());
    Outcome<SortedMap<String, String>> secrets =
        NeededSecrets.of(request, ordered.ops(), checks.value());
    return new Outcome<>(plan(checks.value(), secrets.value()), List.of())
        .with(Capacities.exceeded(decided))
        .with(checks.diagnostics())
        .with(Foresight.of(ordered))
        .with(secrets.diagnostics())
        .with(unended());
  }

  private List<Diagnostic> unended() {
    return request.facts().unended().isEmpty()
        ? List.of()
        : List.of(
            Diagnostic.without(
                PlanCodes.UNENDED, "What it left is found out when the next apply starts."));
  }

  private Plan plan(List<Plan.PlannedCheck> checks, SortedMap<String, String> secrets) {
    List<Plan.PlannedOutput> outputs = outputs();
    NeededFiles needed = NeededFiles.of(ordered);
    return new Plan(
        request.inputs().version(),
        request.program().module(),
        request.inputs().stack(),
        new TreeMap<>(request.program().parameters()),
        secrets,
        needed.files(),
        needed.contexts(),
        hosts(),
        objects(checks, outputs),
        guarded(),
        Triggers.of(decided),
        changes(),
        ordered.ops(),
        decided.unchanged(),
        KeptBesides.of(decided),
        checks,
        outputs,
        notes());
  }

  /** Each behind those that it is made by, or that have what it reads. */
  private List<HostInstance> hosts() {
    Set<HostInstance> inLayers = new LinkedHashSet<>();
    HostLayers.of(decided.matched().selected()).forEach(inLayers::addAll);
    inLayers.addAll(request.program().hosts());
    return List.copyOf(inLayers);
  }

  private List<String> notes() {
    return Stream.of(decided.matched().notes(), decided.ownership().notes(), decided.notes())
        .flatMap(List::stream)
        .toList();
  }

  private SortedSet<Address> guarded() {
    return request.program().instances().stream()
        .filter(instance -> instance.common().protect())
        .map(Instance::address)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<PlannedChange> changes() {
    return decided.changes().stream()
        .map(Decision::change)
        .sorted(Comparator.comparing(Change::address))
        .map(PlannedChange::of)
        .toList();
  }

  private List<Plan.PlannedOutput> outputs() {
    if (request.options().destroy()) {
      return List.of();
    }
    Known known =
        new Known(request.evaluator(), new SteadyOutputs(decided.fates())::read, Secrets.NONE);
    return request.program().outputs().stream()
        .map(it -> new Plan.PlannedOutput(it.name(), known.open(it.value()), it.secret()))
        .toList();
  }

  /**
   * The objects that ops, checks and outputs refer to, and no others: a plan stays as small as its
   * work.
   */
  private SortedMap<Address, Ref> objects(
      List<Plan.PlannedCheck> checks, List<Plan.PlannedOutput> outputs) {
    SortedMap<Address, Ref> found = new TreeMap<>();
    for (Op op : ordered.ops()) {
      op.args().values().forEach(value -> mentioned(value, found));
    }
    Set<Address> busy = ordered.ops().stream().map(Op::host).collect(Collectors.toSet());
    request.program().hosts().stream()
        .filter(host -> busy.contains(host.address()))
        .flatMap(host -> host.sources().stream())
        .forEach(source -> enter(source, found));
    checks.forEach(check -> mentioned(check.condition(), found));
    outputs.forEach(output -> mentioned(output.value(), found));
    return found;
  }

  private void mentioned(Value value, SortedMap<Address, Ref> found) {
    value.references().forEach(ref -> enter(ref.address(), found));
    value.forEachTerm(
        leaf -> {
          if (leaf instanceof Term.Read(Address address, var path)) {
            enter(address, found);
          }
        });
  }

  private void enter(Address address, SortedMap<Address, Ref> found) {
    decided.fates().object(address).ifPresent(ref -> found.put(address, ref));
  }
}
