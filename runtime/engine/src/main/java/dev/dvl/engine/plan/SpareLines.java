package dev.dvl.engine.plan;

import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Takeover;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.HostView;
import java.util.HashSet;
import java.util.Set;

/** Says which lines on identity this stack no longer needs: other stacks of the program may. */
final class SpareLines implements PlanStep {
  @Override
  public void run(Draft draft) {
    boolean whole = draft.views.values().stream().allMatch(HostView.Readable.class::isInstance);
    if (!whole || draft.inputs.options().destroy()) {
      return;
    }
    Set<Program.Move> needed = needed(draft);
    for (Program.Move move : draft.program.moves()) {
      boolean arrived = draft.own.keySet().stream().anyMatch(move.to()::matches);
      if (arrived && !needed.contains(move)) {
        note(draft, "moved " + move.from() + " -> " + move.to());
      }
    }
    for (Program.Adoption adoption : draft.program.adoptions()) {
      Live own = draft.own.get(adoption.address());
      boolean open = draft.taken.get(adoption.address()) instanceof Takeover.Adopted;
      if (own != null && own.stamp().isPresent() && !open) {
        note(draft, "adopt " + adoption.address());
      }
    }
  }

  /** The moves between the address that some object or the ledger still says, and the program's. */
  private static Set<Program.Move> needed(Draft draft) {
    Set<Address> old = new HashSet<>(draft.born.values());
    old.addAll(draft.inputs.facts().made().keySet());
    old.addAll(draft.inputs.facts().adopted().keySet());
    Set<Program.Move> needed = new HashSet<>();
    old.forEach(address -> needed.addAll(draft.program.way(address)));
    return needed;
  }

  private static void note(Draft draft, String line) {
    draft.notes.add("This stack no longer needs the line `" + line + "`.");
  }
}
