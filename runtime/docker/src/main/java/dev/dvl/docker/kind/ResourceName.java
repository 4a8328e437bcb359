package dev.dvl.docker.kind;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Desired;

/** The name that a resource has or gets. It is known when planning. */
public final class ResourceName {
  private ResourceName() {}

  public static String of(Desired desired) {
    if (desired.value("name") instanceof Value.Text(String name)) {
      return name;
    }
    throw new IllegalArgumentException(desired.instance().address() + " has no name");
  }
}
