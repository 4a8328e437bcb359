package dev.dvl.vsphere.wire;

import dev.dvl.vsphere.session.Limits;
import dev.dvl.vsphere.session.Ref;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Lets only so many operations on a server, a host and a datastore at once. Narrow gates come
 * before the wide one, always in the same order, so nobody waits in a circle and nobody takes the
 * server's places while waiting for a host.
 */
final class Gates {
  private final Limits limits;
  private final Semaphore server;
  private final Map<Ref, Semaphore> narrow = new ConcurrentHashMap<>();

  Gates(Limits limits) {
    this.limits = limits;
    this.server = new Semaphore(limits.perServer(), true);
  }

  /** Something that is allowed in. */
  interface Work<T, E extends Exception> {
    T run() throws E, InterruptedException;
  }

  /** Runs {@code work} when there is room on the server and on every host and datastore named. */
  <T, E extends Exception> T pass(Collection<Ref> through, Work<T, E> work)
      throws E, InterruptedException {
    Deque<Semaphore> held = new ArrayDeque<>();
    try {
      for (Ref ref : new TreeSet<>(through)) {
        enter(narrow.computeIfAbsent(ref, this::gate), held);
      }
      enter(server, held);
      return work.run();
    } finally {
      held.forEach(Semaphore::release);
    }
  }

  private static void enter(Semaphore gate, Deque<Semaphore> held) throws InterruptedException {
    gate.acquire();
    held.push(gate);
  }

  private Semaphore gate(Ref ref) {
    boolean datastore = ref.type().equals("Datastore");
    return new Semaphore(datastore ? limits.clonesPerDatastore() : limits.perHost(), true);
  }
}
