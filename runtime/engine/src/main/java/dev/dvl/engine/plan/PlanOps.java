package dev.dvl.engine.plan;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.plan.Draft.Decided;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Provider;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Asks each change's provider for the calls that carry it out. */
final class PlanOps implements PlanStep {
  @Override
  public void run(Draft draft) {
    if (draft.inputs.options().refreshOnly()) {
      return;
    }
    Shifting shifting = Shifting.of(draft);
    draft.decided.forEach(decided -> plan(draft, decided, shifting));
  }

  private static void plan(Draft draft, Decided decided, Shifting shifting) {
    Change change = decided.change();
    switch (change.action()) {
      case CREATE, UPDATE, REPLACE, REPLACE_START_FIRST, DESTROY, ADOPT, MOVE ->
          ask(draft, decided, shifting);
      case FORGET -> {
        if (draft.views.containsKey(change.host())) {
          ask(draft, decided, shifting);
        }
      }
      case CONDITIONAL, UNDECIDED -> {}
    }
  }

  private static void ask(Draft draft, Decided decided, Shifting shifting) {
    Change change = decided.change();
    HostView view = draft.views.get(change.host());
    if (view == null) {
      throw new IllegalStateException("`" + change.host() + "` was not read");
    }
    Planned planned = provider(draft, change.host()).plan(change, view);
    for (Finding finding : planned.findings()) {
      draft.diagnostics.report(draft.identified.matched().selected().told(finding));
    }
    OpGroup group = new OpGroup(decided.id(), change, Limits.of(draft, change).on(planned.ops()));
    Set<String> relied = new TreeSet<>();
    planned.readSet().forEach(path -> relied.add(path.attribute()));
    Optional<String> name =
        change.after().flatMap(desired -> draft.platformName(desired.instance()));
    draft.groups.add(group.guarded(Guards.of(change, relied, name, shifting)));
  }

  /** The provider of a host that was read. */
  static Provider provider(Draft draft, Address host) {
    try {
      String kind = draft.program.host(host).orElseThrow().kind();
      return draft.connections.provider(kind);
    } catch (HostProblem impossible) {
      throw new IllegalStateException("a host without a provider was read", impossible);
    }
  }
}
