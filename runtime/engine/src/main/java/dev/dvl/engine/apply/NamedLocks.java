package dev.dvl.engine.apply;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Locks by name, always taken in the order of their names, so that no two ops wait for each other.
 */
final class NamedLocks {
  private final Map<String, Lock> locks = new ConcurrentHashMap<>();

  /** Locks that are held until closed. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }

  Held take(Collection<String> names) {
    List<Lock> held = new ArrayList<>();
    for (String name : new TreeSet<>(names)) {
      Lock lock = locks.computeIfAbsent(name, ignored -> new ReentrantLock());
      lock.lock();
      held.add(lock);
    }
    return () -> held.reversed().forEach(Lock::unlock);
  }
}
