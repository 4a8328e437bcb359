package dev.dvl.vsphere.session;

import java.util.List;

/**
 * A session with one server, for many threads at once. It renews itself when the server ends it,
 * and is logged out by {@link #close}, at the latest when the process ends. What changes something
 * waits until {@link Limits} let it.
 */
public interface VSphereSession extends AutoCloseable {
  About about();

  /** What the user should know about this session, such as that nobody checks the certificate. */
  List<String> warnings();

  Inventory inventory();

  Tasks tasks();

  Machines machines();

  Objects objects();

  Networks networks();

  Packages packages();

  Files files();

  Events events();

  Tags tags();

  Libraries libraries();

  Permissions permissions();

  /** Logs out. */
  @Override
  void close();
}
