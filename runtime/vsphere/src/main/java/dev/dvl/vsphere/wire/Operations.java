package dev.dvl.vsphere.wire;

import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Fault.Kind;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Tasks;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.Watch;
import dev.dvl.vsphere.wire.Gates.Gate;
import dev.dvl.vsphere.wire.property.Collector;
import dev.dvl.vsphere.wire.soap.Vim;
import dev.dvl.vsphere.wire.xml.Call;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Begins what takes time when the limits let it, and waits for its end. */
final class Operations {
  private final Vim vim;
  private final Tasks tasks;
  private final Gates gates;
  private final Rooms rooms;

  Operations(Vim vim, Tasks tasks, Collector collector) {
    this.vim = vim;
    this.tasks = tasks;
    this.gates = new Gates(vim.limits().perServer());
    this.rooms = new Rooms(vim.limits(), collector);
  }

  /** The gates in front of what works in a pool, on a host, with some datastores. */
  List<Gate> rooms(Optional<Ref> pool, Optional<Ref> host, Collection<Ref> datastores)
      throws VSphereException {
    return rooms.of(pool, host, datastores);
  }

  /** Runs a task that returns nothing, or nothing that matters. */
  void run(Call<Ref> call, Watch watch) throws VSphereException, InterruptedException {
    through(List.of(), call, watch);
  }

  /** Runs a task that makes an object. */
  Ref make(Collection<Gate> gate, Call<Ref> call, Watch watch)
      throws VSphereException, InterruptedException {
    return through(gate, call, watch)
        .flatMap(Tree::ref)
        .orElseThrow(
            () ->
                new VSphereException(
                    Fault.of(Kind.PROTOCOL, "the task does not say what it made.", "")));
  }

  /**
   * Runs a task.
   *
   * @param gate what it has to pass besides the server's own
   */
  Optional<Tree> through(Collection<Gate> gate, Call<Ref> call, Watch watch)
      throws VSphereException, InterruptedException {
    return gates.pass(
        gate,
        watch,
        () -> {
          Ref task = vim.call(call);
          watch.started(task);
          return tasks.await(task, watch);
        });
  }

  /** Runs something else that the limits count. */
  <T> T counted(Collection<Gate> gate, Watch watch, Gates.Work<T> work)
      throws VSphereException, InterruptedException {
    return gates.pass(gate, watch, work);
  }
}
