package dev.dvl.docker.client;

import java.io.IOException;

/** A command was cut because somebody asked to stop. */
public final class Stopped extends IOException {
  private static final long serialVersionUID = 1L;

  Stopped() {
    super("it was asked to stop");
  }
}
