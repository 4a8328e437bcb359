package dev.dvl.docker.container.facet;

/** The two parts of a container's settings: portable ones, and those of the machine. */
enum Section {
  /** {@code Config} in an inspection, the top level of a create request. */
  CONFIG("Config"),
  /** {@code HostConfig} in both. */
  HOST("HostConfig");

  private final String inspected;

  Section(String inspected) {
    this.inspected = inspected;
  }

  String inspected() {
    return inspected;
  }
}
