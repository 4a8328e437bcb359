package dev.dvl.vsphere.kind;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Value;
import java.util.Optional;

/** Paths of objects that lie in objects of their own kind: folders and pools. */
public final class Paths {
  private Paths() {}

  /**
   * The path of a wanted object: its name below its {@code parent}; empty where one is not known.
   */
  public static Optional<String> called(Instance wanted, Reading reading) {
    return wanted.value("name") instanceof Value.Text(String name)
        ? below(wanted.value("parent"), name, reading)
        : Optional.empty();
  }

  private static Optional<String> below(Value parent, String name, Reading reading) {
    return switch (parent) {
      case Value.Null ignored -> Optional.of(name);
      case Value.Text(String path) -> Optional.of(path + "/" + name);
      case Value ignored ->
          reading.wanted(parent).flatMap(it -> called(it, reading)).map(path -> path + "/" + name);
    };
  }
}
