package dev.dvl.vsphere.wire.property;

import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.wire.soap.Vim;
import dev.dvl.vsphere.wire.vim.CreateFilter;
import dev.dvl.vsphere.wire.vim.CreatePropertyCollector;
import dev.dvl.vsphere.wire.vim.DestroyPropertyFilter;
import dev.dvl.vsphere.wire.vim.ObjectSpec;
import dev.dvl.vsphere.wire.vim.UpdateSet;
import dev.dvl.vsphere.wire.vim.WaitForUpdatesEx;
import dev.dvl.vsphere.wire.vim.WaitOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A property collector of our own on the server, and its filters; gone with the login. */
final class FilterSet {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Vim vim;
  private final Ref collector;

  /** Used by the one thread that waits. */
  private String version = "";

  private FilterSet(Vim vim, Ref collector) {
    this.vim = vim;
    this.collector = collector;
  }

  static FilterSet make(Vim vim) throws VSphereException {
    return new FilterSet(
        vim, vim.call(new CreatePropertyCollector(vim.content().propertyCollector())));
  }

  Ref add(Subscription subscription) throws VSphereException {
    ObjectSpec object = ObjectSpec.builder().obj(subscription.object()).build();
    return vim.call(
        new CreateFilter(
            collector,
            Collector.filter(List.of(object), List.of(subscription.selection())),
            false));
  }

  void remove(Ref filter) {
    try {
      vim.call(new DestroyPropertyFilter(filter));
    } catch (VSphereException e) {
      // It ends with the collector.
    }
  }

  /** Waits for what is new; empty when nothing is for a while. */
  Optional<UpdateSet> waitForUpdates() throws VSphereException {
    WaitOptions options = WaitOptions.builder().maxWaitSeconds((int) LONGEST.toSeconds()).build();
    Optional<UpdateSet> updates =
        vim.call(
            new WaitForUpdatesEx(collector, version, options), LONGEST.plus(vim.limits().answer()));
    updates.ifPresent(it -> version = it.version());
    return updates;
  }
}
