package dev.dvl.engine.plan;

import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.local.CopiedFiles;
import dev.dvl.engine.local.PlannedContext;

/** Notes what the objects to be made take from files, so that apply can tell whether it changed. */
final class NeededFiles implements PlanStep {
  @Override
  public void run(Draft draft) {
    for (OpGroup group : draft.groups) {
      Change change = group.change();
      if (!group.isEmpty() && change.makes()) {
        change.after().ifPresent(desired -> enter(draft, desired));
      }
    }
  }

  private static void enter(Draft draft, Desired desired) {
    PlannedContext.of(desired.values()).ifPresent(draft.contexts::add);
    CopiedFiles.planned(desired.values()).forEach(draft.files::putIfAbsent);
  }
}
