package dev.dvl.vsphere.catalog;

import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.VSphereSession;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The inventory for those who only need to find their way in it: read again when it is a few
 * seconds old, and of what dvl itself touched meanwhile just that. So an apply does not read
 * everything for each of its calls. Safe for many threads.
 */
public final class Shelf {
  private static final Duration AGE = Duration.ofSeconds(5);

  private final VSphereSession session;
  private final List<Selection> selections;
  private final LongSupplier nanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Set<Ref> touched = new HashSet<>();
  private @Nullable Catalog catalog;
  private long readAt;

  /**
   * Begins empty.
   *
   * @param selections what is read, besides the places that names lead to
   * @param nanos tells how much time has passed, as {@link System#nanoTime} does
   */
  public Shelf(VSphereSession session, List<Selection> selections, LongSupplier nanos) {
    this.session = session;
    this.selections = List.copyOf(selections);
    this.nanos = nanos;
  }

  /** The inventory as it is now. */
  public Catalog fresh() throws VSphereException {
    lock.lock();
    try {
      long now = nanos.getAsLong();
      Catalog read = Catalog.read(session, selections);
      // Servers have been seen to leave out an object while many others went.
      read = touched.isEmpty() ? read : read.reading(session, touched);
      catalog = read;
      readAt = now;
      touched.clear();
      return read;
    } finally {
      lock.unlock();
    }
  }

  /** The inventory as it was some seconds ago at most, with all that dvl did to it since. */
  public Catalog recent() throws VSphereException {
    lock.lock();
    try {
      Catalog known = catalog;
      if (known == null || nanos.getAsLong() - readAt > AGE.toNanos()) {
        return fresh();
      }
      if (!touched.isEmpty()) {
        known = known.reading(session, touched);
        catalog = known;
        touched.clear();
      }
      return known;
    } finally {
      lock.unlock();
    }
  }

  /** Notes that an object was made, changed or removed, or must be seen as it is now. */
  public void touch(Ref object) {
    lock.lock();
    try {
      touched.add(object);
    } finally {
      lock.unlock();
    }
  }

  /** Forgets all, because something was looked for in vain. */
  public void clear() {
    lock.lock();
    try {
      catalog = null;
    } finally {
      lock.unlock();
    }
  }
}
