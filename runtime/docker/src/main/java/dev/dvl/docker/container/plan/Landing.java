package dev.dvl.docker.container.plan;

import dev.dvl.compiler.value.Field;
import dev.dvl.stdlib.BindMountPart;
import dev.dvl.stdlib.FilePart;
import dev.dvl.stdlib.MountPart;
import dev.dvl.stdlib.TmpfsMountPart;
import dev.dvl.stdlib.VolumeMountPart;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where a file is unpacked: in the nearest mount around it, else in the container itself. The
 * engine asks only of the folder that it unpacks in whether it may be written to, so a container
 * with a read-only root takes files that are unpacked in a mount, and no others.
 */
final class Landing {
  private static final Path ROOT = Path.of("/");

  private Landing() {}

  /** The folder; empty for the root. */
  static Optional<String> of(Field<FilePart> file, List<MountPart> mounts) {
    Path path = file.then(FilePart::path).known().map(Landing::path).orElse(ROOT);
    return mounts.stream()
        .flatMap(mount -> target(mount).known().stream())
        .map(Landing::path)
        .filter(target -> path.startsWith(target) && !path.equals(target))
        .max(Comparator.comparingInt(Path::getNameCount))
        .map(Path::toString);
  }

  private static Field<String> target(MountPart mount) {
    return switch (mount) {
      case VolumeMountPart volume -> volume.target();
      case BindMountPart bind -> bind.target();
      case TmpfsMountPart memory -> memory.target();
    };
  }

  private static Path path(String text) {
    return ROOT.resolve(text).normalize();
  }
}
