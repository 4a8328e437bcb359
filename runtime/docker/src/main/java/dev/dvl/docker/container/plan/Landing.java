package dev.dvl.docker.container.plan;

import dev.dvl.compiler.value.Value;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a file is unpacked: in the nearest mount around it, else in the container itself. The
 * engine asks only of the folder that it unpacks in whether it may be written to, so a container
 * with a read-only root takes files that are unpacked in a mount, and no others.
 */
final class Landing {
  private static final Path ROOT = Path.of("/");

  private Landing() {}

  /** The folder; null for the root. */
  static Value of(Value file, List<Value> mounts) {
    Path path = path(file, "path").findFirst().orElse(ROOT);
    return mounts.stream()
        .flatMap(mount -> path(mount, "target"))
        .filter(target -> path.startsWith(target) && !path.equals(target))
        .max(Comparator.comparingInt(Path::getNameCount))
        .map(target -> Value.text(target.toString()))
        .orElse(Value.Null.NULL);
  }

  private static Stream<Path> path(Value object, String field) {
    return object instanceof Value.ObjectOf fields
            && fields.field(field) instanceof Value.Text(String text)
        ? Stream.of(ROOT.resolve(text).normalize())
        : Stream.empty();
  }
}
