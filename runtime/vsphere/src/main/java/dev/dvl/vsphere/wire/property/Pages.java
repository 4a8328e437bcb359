package dev.dvl.vsphere.wire.property;

import dev.dvl.vsphere.session.Fault.Kind;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.wire.soap.Vim;
import dev.dvl.vsphere.wire.vim.ContinueRetrievePropertiesEx;
import dev.dvl.vsphere.wire.vim.ObjectContent;
import dev.dvl.vsphere.wire.vim.PropertyFilterSpec;
import dev.dvl.vsphere.wire.vim.RetrieveOptions;
import dev.dvl.vsphere.wire.vim.RetrievePropertiesEx;
import dev.dvl.vsphere.wire.vim.RetrieveResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads an answer that comes in pages. The token of the next page is good for one call in one
 * session; when a page is lost or the session ends, all is read from the start.
 */
final class Pages {
  private static final int TRIES = 3;

  /** A size of our own gains nothing, and some servers cut off what does not fit. */
  private static final RetrieveOptions SERVERS_CHOICE = RetrieveOptions.builder().build();

  private final Vim vim;
  private final Ref collector;

  Pages(Vim vim) {
    this.vim = vim;
    this.collector = vim.content().propertyCollector();
  }

  /** A reading that is repeated as a whole. */
  interface Reading<T> {
    T read() throws VSphereException;
  }

  <T> T whole(Reading<T> reading) throws VSphereException {
    for (int tries = 1; ; tries++) {
      int logins = vim.logins();
      try {
        return reading.read();
      } catch (VSphereException e) {
        boolean again = e.is(Kind.LOST) || vim.logins() != logins;
        if (!again || tries == TRIES || Thread.currentThread().isInterrupted()) {
          throw e;
        }
      }
    }
  }

  List<ObjectContent> of(List<PropertyFilterSpec> filters) throws VSphereException {
    List<ObjectContent> all = new ArrayList<>();
    Optional<RetrieveResult> page =
        vim.call(new RetrievePropertiesEx(collector, filters, SERVERS_CHOICE));
    while (page.isPresent()) {
      all.addAll(page.get().objects());
      page = next(page.get());
    }
    return all;
  }

  private Optional<RetrieveResult> next(RetrieveResult page) throws VSphereException {
    String token = page.token();
    return token == null || token.isEmpty()
        ? Optional.empty()
        : Optional.of(vim.call(new ContinueRetrievePropertiesEx(collector, token)));
  }
}
