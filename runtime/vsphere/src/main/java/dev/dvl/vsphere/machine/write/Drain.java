package dev.dvl.vsphere.machine.write;

import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.OpProblem.Outcome;
import dev.dvl.engine.provider.Run;
import dev.dvl.vsphere.Codes;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.machine.plan.MachineArguments;
import dev.dvl.vsphere.machine.read.Machine;
import java.util.List;
import java.util.OptionalDouble;

/** {@code vm.drain}: lets time pass, in which an old machine ends what it has begun. */
final class Drain extends MachineCall<MachineArguments.Drain> {

  Drain() {
    super(MachineArguments.Drain.class, "cannot end what it has begun");
  }

  @Override
  void act(MachineArguments.Drain args, Machine now, Site site, Run run)
      throws OpProblem, InterruptedException {
    run.progress("the old one ends what it has begun", OptionalDouble.empty());
    if (!run.cancel().letPass(args.time())) {
      throw new OpProblem(
          Codes.CANCELLED,
          "The old machine `" + args.name() + "` still runs: it was asked to stop waiting.",
          List.of(),
          Outcome.CANCELLED);
    }
  }
}
