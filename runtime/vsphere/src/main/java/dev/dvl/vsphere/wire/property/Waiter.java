package dev.dvl.vsphere.wire.property;

import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.Fault.Kind;
import dev.dvl.vsphere.session.Found;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.Tree;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.Watch;
import dev.dvl.vsphere.wire.soap.Vim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Waits for properties to become what is wanted, and says all the time what is missing. It looks
 * once at the start, because a server may tell a new filter nothing before something changes, and
 * again where no update comes for a while, because servers have been seen to forget one.
 */
public final class Waiter {
  private final Vim vim;
  private final Updates updates;
  private final Collector collector;

  public Waiter(Vim vim, Updates updates, Collector collector) {
    this.vim = vim;
    this.updates = updates;
    this.collector = collector;
  }

  /**
   * Waits for an object.
   *
   * @param judge says what is still being waited for; empty ends the wait
   * @param stopping what is done when {@code watch} is stopped: gives up, or has the server give up
   * @return the properties that ended it
   */
  public Map<String, Tree> until(
      Ref object,
      List<String> paths,
      Function<Map<String, Tree>, Optional<Waiting>> judge,
      Stopping stopping,
      Watch watch)
      throws VSphereException, InterruptedException {
    Instant end = Instant.now().plus(watch.limit());
    Selection selection = new Selection(object.type(), paths);
    Subscription subscription = updates.subscribe(object, selection);
    watch.onStop(subscription::wake);
    boolean asked = false;
    try {
      Map<String, Tree> state = look(subscription);
      Optional<Waiting> waiting = judged(judge, state);
      while (waiting.isPresent()) {
        if (watch.stopped() && !asked) {
          asked = true;
          stopping.stop(state);
        }
        watch.progress(waiting.get().text(), waiting.get().fraction());
        state = next(subscription, end, waiting.get().text());
        waiting = judged(judge, state);
      }
      return state;
    } finally {
      updates.unsubscribe(subscription);
    }
  }

  private Optional<Waiting> judged(
      Function<Map<String, Tree>, Optional<Waiting>> judge, Map<String, Tree> state)
      throws VSphereException {
    return vim.reading(() -> judge.apply(state));
  }

  private Map<String, Tree> next(Subscription subscription, Instant end, String reason)
      throws VSphereException, InterruptedException {
    Duration left = Duration.between(Instant.now(), end);
    if (left.isNegative() || left.isZero()) {
      throw late(subscription.object(), reason);
    }
    Duration reread = vim.limits().reread();
    Duration pause = left.compareTo(reread) < 0 ? left : reread;
    Optional<Map<String, Tree>> told = subscription.next(pause);
    return told.isPresent() ? told.get() : look(subscription);
  }

  private Map<String, Tree> look(Subscription subscription) throws VSphereException {
    return collector.read(List.of(subscription.object()), subscription.selection()).stream()
        .findFirst()
        .map(Found::properties)
        .orElseThrow(() -> Subscription.gone(subscription.object()));
  }

  private static VSphereException late(Ref object, String reason) {
    return new VSphereException(
        new Fault(
            Kind.TIMEOUT,
            "",
            "it took too long; still waiting for " + reason + ".",
            Optional.of(object),
            "It may go on by itself.",
            Optional.empty()));
  }
}
