package dev.dvl.vsphere.wire;

import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Fault.Kind;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.Watch;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets only so many operations on a server, a host and a datastore at once. Narrow gates come
 * before the wide one, always in the same order, so nobody waits in a circle and nobody takes the
 * server's places while waiting for a host.
 */
final class Gates {
  private static final long LOOK_UP_MILLIS = 100;

  private final Semaphore server;
  private final Map<Ref, Semaphore> narrow = new ConcurrentHashMap<>();

  Gates(int server) {
    this.server = new Semaphore(server, true);
  }

  /**
   * A narrow gate.
   *
   * @param to the host, the cluster or the datastore
   * @param room how many it lets in
   */
  record Gate(Ref to, int room) {}

  /** Something that is allowed in. */
  interface Work<T> {
    T run() throws VSphereException, InterruptedException;
  }

  /** Runs {@code work} when there is room on the server and behind every narrow gate. */
  <T> T pass(Collection<Gate> through, Watch watch, Work<T> work)
      throws VSphereException, InterruptedException {
    Deque<Semaphore> held = new ArrayDeque<>();
    List<Gate> sorted = through.stream().sorted(Comparator.comparing(Gate::to)).toList();
    try {
      for (Gate gate : sorted) {
        enter(
            narrow.computeIfAbsent(gate.to(), it -> new Semaphore(gate.room(), true)), held, watch);
      }
      enter(server, held, watch);
      return work.run();
    } finally {
      held.forEach(Semaphore::release);
    }
  }

  private static void enter(Semaphore gate, Deque<Semaphore> held, Watch watch)
      throws VSphereException, InterruptedException {
    if (gate.tryAcquire()) {
      held.push(gate);
      return;
    }
    watch.progress("waiting for its turn", OptionalDouble.empty());
    while (!gate.tryAcquire(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS)) {
      if (watch.stopped()) {
        throw new VSphereException(
            Fault.of(Kind.CANCELLED, "it was asked to stop before its turn came.", ""));
      }
    }
    held.push(gate);
    watch.progress("", OptionalDouble.empty());
  }
}
