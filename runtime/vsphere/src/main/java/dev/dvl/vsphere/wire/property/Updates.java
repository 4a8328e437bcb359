package dev.dvl.vsphere.wire.property;

import dev.dvl.vsphere.session.Fault.Kind;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.wire.soap.Vim;
import dev.dvl.vsphere.wire.vim.PropertyFilterUpdate;
import dev.dvl.vsphere.wire.vim.UpdateSet;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Follows all that a session waits for with one call at a time: one thread waits for updates of one
 * property collector and hands them to those who wait. When the session was renewed or an update
 * was lost, collector and filters are made anew, and everybody is told the whole state again.
 */
public final class Updates implements AutoCloseable {
  private static final int MOST_FAILURES = 5;
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Vim vim;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition wanted = lock.newCondition();
  private final Map<Subscription, Optional<Ref>> filters = new HashMap<>();
  private @Nullable FilterSet made;
  private @Nullable Thread thread;
  private boolean closed;

  public Updates(Vim vim) {
    this.vim = vim;
  }

  /** Begins to follow an object; the caller looks at its state once by itself. */
  Subscription subscribe(Ref object, Selection selection) throws VSphereException {
    Subscription subscription = new Subscription(object, selection);
    FilterSet set = register(subscription);
    if (set != null) {
      add(set, subscription);
    }
    return subscription;
  }

  private void add(FilterSet set, Subscription subscription) throws VSphereException {
    try {
      Ref filter = set.add(subscription);
      note(set, subscription, filter);
    } catch (VSphereException e) {
      makeInstead(set, subscription);
    }
  }

  /** A set that was made meanwhile has a filter of its own for everybody. */
  private void note(FilterSet set, Subscription subscription, Ref filter) {
    lock.lock();
    try {
      if (made == set) {
        filters.replace(subscription, Optional.of(filter));
      }
    } finally {
      lock.unlock();
    }
  }

  void unsubscribe(Subscription subscription) {
    Optional<Ref> filter;
    FilterSet set;
    lock.lock();
    try {
      filter = filters.getOrDefault(subscription, Optional.empty());
      filters.remove(subscription);
      set = made;
    } finally {
      lock.unlock();
    }
    if (set != null && filter.isPresent()) {
      set.remove(filter.get());
    }
  }

  /** Notes who waits; the thread makes a filter itself if it has nothing to wait with yet. */
  private @Nullable FilterSet register(Subscription subscription) {
    lock.lock();
    try {
      filters.put(subscription, Optional.empty());
      if (thread == null) {
        made = null;
        thread = Thread.ofVirtual().name("vsphere-updates").start(this::run);
      }
      wanted.signalAll();
      return made;
    } finally {
      lock.unlock();
    }
  }

  /** A filter set that takes no more filters went away with an earlier login. */
  private void makeInstead(FilterSet failed, Subscription subscription) throws VSphereException {
    lock.lock();
    try {
      if (made == failed) {
        make();
      }
    } catch (VSphereException e) {
      filters.remove(subscription);
      throw e;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      if (thread != null) {
        thread.interrupt();
      }
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    int failures = 0;
    while (failures < MOST_FAILURES) {
      FilterSet set = null;
      try {
        set = awaitWork();
        set.waitForUpdates().ifPresent(this::hand);
        failures = 0;
      } catch (InterruptedException e) {
        break;
      } catch (VSphereException e) {
        failures = startOver(set, e, failures + 1);
      }
    }
    endThread();
  }

  /** Blocks until somebody waits; makes what there is to wait with. */
  private FilterSet awaitWork() throws VSphereException, InterruptedException {
    lock.lockInterruptibly();
    try {
      while (filters.isEmpty() && !closed) {
        wanted.await();
      }
      if (closed) {
        throw new InterruptedException("closed");
      }
      FilterSet set = made;
      return set == null ? make() : set;
    } finally {
      lock.unlock();
    }
  }

  private FilterSet make() throws VSphereException {
    FilterSet set = FilterSet.make(vim);
    for (Map.Entry<Subscription, Optional<Ref>> entry : filters.entrySet()) {
      entry.setValue(addOrFail(set, entry.getKey()));
    }
    made = set;
    return set;
  }

  /** What one subscription asks for may be wrong; the others go on. */
  private static Optional<Ref> addOrFail(FilterSet set, Subscription subscription)
      throws VSphereException {
    try {
      return Optional.of(set.add(subscription));
    } catch (VSphereException e) {
      if (e.is(Kind.UNREACHABLE) || e.is(Kind.LOST) || e.is(Kind.AUTHENTICATION)) {
        throw e;
      }
      subscription.fail(e);
      return Optional.empty();
    }
  }

  private void hand(UpdateSet updates) {
    lock.lock();
    try {
      for (PropertyFilterUpdate update : updates.filterSet()) {
        filters.forEach(
            (subscription, filter) -> {
              if (filter.equals(Optional.of(update.filter()))) {
                update.objectSet().forEach(subscription::update);
              }
            });
      }
    } finally {
      lock.unlock();
    }
  }

  private int startOver(@Nullable FilterSet failed, VSphereException e, int failures) {
    lock.lock();
    try {
      made = made == failed ? null : made;
      if (failures >= MOST_FAILURES) {
        filters.keySet().forEach(it -> it.fail(e));
      }
    } finally {
      lock.unlock();
    }
    return pause(failures) ? failures : MOST_FAILURES;
  }

  private static boolean pause(int failures) {
    try {
      Thread.sleep(PAUSE.multipliedBy(failures));
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  /** The next subscription starts a new thread. */
  private void endThread() {
    lock.lock();
    try {
      thread = null;
    } finally {
      lock.unlock();
    }
  }
}
