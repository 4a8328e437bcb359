package dev.dvl.cli.worlds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one version of dvl left behind on one platform, as it lies under {@code testing/worlds}: the
 * program, the ledger, what was done on the platform, and a saved plan.
 *
 * @param folder {@code testing/worlds/1/sandbox}: the version, then the scene
 */
record World(Path folder) {
  private static final Path ROOT = root().resolve("testing").resolve("worlds");

  /** Every kept world on a platform, by version and scene. */
  static List<World> on(String platform) throws IOException {
    return below(ROOT)
        .filter(version -> version.getFileName().toString().matches("[0-9]+"))
        .flatMap(World::below)
        .filter(scene -> isOn(scene, platform))
        .map(World::new)
        .toList();
  }

  /** The programs that worlds are made of. */
  static List<Path> scenes() throws IOException {
    return below(ROOT.resolve("scenes")).toList();
  }

  static World at(String version, String scene) {
    return new World(ROOT.resolve(version).resolve(scene));
  }

  static boolean isOn(Path scene, String platform) {
    String name = scene.getFileName().toString();
    return name.equals(platform) || name.startsWith(platform + "-");
  }

  /** The program, with all that it reads and the file that says which stack it is. */
  Path program() {
    return folder.resolve("program");
  }

  /** What lay in {@code .dvl}. */
  Path ledger() {
    return folder.resolve("ledger");
  }

  /** The calls that made what stands on the platform; the sandbox has none. */
  Path calls() {
    return folder.resolve("calls");
  }

  Path savedPlan() {
    return folder.resolve("saved.plan");
  }

  /** Whether the last run was killed in the middle of calls. */
  boolean wasCut() {
    return folder.getFileName().toString().endsWith("-cut");
  }

  /** Copies a folder with all that is in it. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  /** Removes a folder with all that is in it, where it is there. */
  static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static Stream<Path> below(Path folder) {
    try (Stream<Path> found = Files.list(folder)) {
      return found.filter(Files::isDirectory).sorted().toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Path root() {
    for (Path root = Path.of("").toAbsolutePath(); root != null; root = root.getParent()) {
      if (Files.exists(root.resolve("mvnw"))) {
        return root;
      }
    }
    throw new IllegalStateException("no folder above this one holds the build's wrapper");
  }

  @Override
  public String toString() {
    return ROOT.relativize(folder).toString();
  }
}
