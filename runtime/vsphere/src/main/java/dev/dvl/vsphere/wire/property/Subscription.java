package dev.dvl.vsphere.wire.property;

import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Fault.Kind;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.wire.vim.ObjectUpdate;
import dev.dvl.vsphere.wire.vim.PropertyChange;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The properties of one object as the server's updates tell them, for one waiting thread. */
final class Subscription {
  private final Ref object;
  private final Selection selection;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<String, Tree> values = new HashMap<>();
  private boolean news;
  private boolean woken;
  private @Nullable VSphereException failure;

  Subscription(Ref object, Selection selection) {
    this.object = object;
    this.selection = selection;
  }

  Ref object() {
    return object;
  }

  Selection selection() {
    return selection;
  }

  /** Waits for a change; empty when none came in time. */
  Optional<Map<String, Tree>> next(Duration longest) throws VSphereException, InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = longest.toNanos();
      while (!news && !woken && failure == null && left > 0) {
        left = changed.awaitNanos(left);
      }
      if (failure != null) {
        throw new VSphereException(failure.fault(), failure);
      }
      boolean fresh = news;
      news = false;
      woken = false;
      return fresh ? Optional.of(Map.copyOf(values)) : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** Ends the wait for a change without one. */
  void wake() {
    lock.lock();
    try {
      woken = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void update(ObjectUpdate update) {
    if (update.kind().equals("leave")) {
      fail(gone(object));
      return;
    }
    lock.lock();
    try {
      update.changeSet().forEach(this::take);
      news = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void fail(VSphereException e) {
    lock.lock();
    try {
      failure = e;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void take(PropertyChange change) {
    Tree value = change.val();
    if (value == null || change.op().toLowerCase(Locale.ROOT).contains("remove")) {
      values.remove(change.name());
    } else {
      values.put(change.name(), value);
    }
  }

  /** Says that an object is no more. */
  static VSphereException gone(Ref object) {
    return new VSphereException(
        new Fault(
            Kind.NOT_FOUND,
            "ManagedObjectNotFound",
            "the object went away while it was waited for.",
            Optional.of(object),
            "",
            Optional.empty()));
  }
}
