package dev.dvl.docker.access;

import java.io.IOException;

/** Whoever was to take what a container writes takes no more: a reader has gone, a disk is full. */
final class Untaken extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient IOException reason;

  Untaken(IOException reason) {
    super(reason);
    this.reason = reason;
  }

  IOException reason() {
    return reason;
  }
}
