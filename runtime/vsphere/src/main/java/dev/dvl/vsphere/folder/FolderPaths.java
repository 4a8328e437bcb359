package dev.dvl.vsphere.folder;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Field;
import dev.dvl.compiler.value.Link;
import dev.dvl.stdlib.FolderPart;
import dev.dvl.vsphere.kind.Reading;
import java.util.Optional;

/** Paths of folders. */
final class FolderPaths {
  private FolderPaths() {}

  /**
   * The path of a wanted object: its name below its {@code parent}; empty where one is not known.
   */
  static Optional<String> called(Instance wanted, Reading reading) {
    FolderPart part = FolderPart.of(wanted.values());
    return part.name().known().flatMap(name -> below(part.parent(), name, reading));
  }

  private static Optional<String> below(Field<Link> parent, String name, Reading reading) {
    return switch (parent) {
      case Field.Unset<Link>() -> Optional.of(name);
      case Field.Later<Link> ignored -> Optional.empty();
      case Field.Known<Link>(Link link) ->
          link.given()
              .or(() -> reading.wanted(link).flatMap(it -> called(it, reading)))
              .map(path -> path + "/" + name);
    };
  }
}
