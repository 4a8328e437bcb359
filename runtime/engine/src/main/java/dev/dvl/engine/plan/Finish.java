package dev.dvl.engine.plan;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.diff.Known;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.Draft.Decided;
import dev.dvl.engine.provider.Secrets;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Puts the plan together from the draft. */
record Finish(Draft draft) {

  Plan plan() {
    if (!draft.inputs.facts().unended().isEmpty()) {
      draft.diagnostics.report(
          Diagnostic.without(
              PlanCodes.UNENDED, "What it left is found out when the next apply starts."));
    }
    List<Plan.PlannedOutput> outputs = outputs();
    return new Plan(
        draft.inputs.version(),
        draft.program.module(),
        draft.inputs.stack(),
        new TreeMap<>(draft.program.parameters()),
        draft.secrets,
        new TreeMap<>(draft.files),
        draft.contexts,
        draft.program.hosts(),
        objects(outputs),
        guarded(),
        changes(),
        draft.ops,
        draft.unchanged,
        draft.checks,
        outputs,
        draft.notes);
  }

  private SortedSet<Address> guarded() {
    return draft.instances.values().stream()
        .filter(instance -> instance.common().protect())
        .map(Instance::address)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<PlannedChange> changes() {
    return draft.decided.stream()
        .map(Decided::change)
        .sorted(Comparator.comparing(Change::address))
        .map(PlannedChange::of)
        .toList();
  }

  private List<Plan.PlannedOutput> outputs() {
    if (draft.inputs.options().destroy()) {
      return List.of();
    }
    Known known = new Known(draft.connections.evaluator(), new Steady(draft)::read, Secrets.NONE);
    return draft.program.outputs().stream()
        .map(it -> new Plan.PlannedOutput(it.name(), known.open(it.value()), it.secret()))
        .toList();
  }

  /**
   * The objects that ops, checks and outputs refer to, and no others: a plan stays as small as its
   * work.
   */
  private SortedMap<Address, Ref> objects(List<Plan.PlannedOutput> outputs) {
    SortedMap<Address, Ref> found = new TreeMap<>();
    for (Op op : draft.ops) {
      op.args().values().forEach(value -> mentioned(value, found));
    }
    draft.checks.forEach(check -> mentioned(check.condition(), found));
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
    Decide.object(draft, address).ifPresent(ref -> found.put(address, ref));
  }
}
