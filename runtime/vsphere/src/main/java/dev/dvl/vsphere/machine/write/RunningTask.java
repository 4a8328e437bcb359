package dev.dvl.vsphere.machine.write;

import dev.dvl.engine.provider.Begun;
import dev.dvl.engine.provider.Probe;
import dev.dvl.vsphere.session.Found;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.VSphereSession;
import java.util.List;
import java.util.Optional;

/** Whether the server is still at the task whose id was journaled. */
final class RunningTask {
  private static final String STATE = "info.state";
  private static final String TASK = "Task:";

  private RunningTask() {}

  static Optional<Probe> of(VSphereSession session, Begun begun) throws VSphereException {
    Optional<String> token = begun.token().filter(it -> it.startsWith(TASK));
    if (token.isEmpty()) {
      return Optional.empty();
    }
    Ref task = new Ref("Task", token.get().substring(TASK.length()));
    List<Found> found =
        session.inventory().read(List.of(task), new Selection("Task", List.of(STATE)));
    return found.stream()
        .flatMap(it -> it.text(STATE).stream())
        .filter(state -> state.equals("running") || state.equals("queued"))
        .<Probe>map(state -> new Probe.Running(token.get()))
        .findFirst();
  }
}
