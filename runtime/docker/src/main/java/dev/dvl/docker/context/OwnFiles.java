package dev.dvl.docker.context;

import dev.dvl.docker.connect.DockerFolder;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.HostProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Files that dvl writes for other tools: each whole or not at all, and for their owner alone. */
final class OwnFiles {
  private static final FileAttribute<?> OWNER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<?> FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private OwnFiles() {}

  static void text(SortedMap<Path, byte[]> files, Path file, String text) {
    files.put(file, text.getBytes(StandardCharsets.UTF_8));
  }

  static void copy(SortedMap<Path, byte[]> files, Optional<Path> from, Path to) throws IOException {
    if (from.isPresent()) {
      files.put(to, Files.readAllBytes(from.get()));
    }
  }

  /**
   * Makes these files all that there is in some places.
   *
   * @return whether anything was not so before
   */
  static boolean write(SortedMap<Path, byte[]> files, List<Path> places) throws IOException {
    boolean changed = false;
    for (Path there : there(places)) {
      if (!files.containsKey(there)) {
        Files.delete(there);
        changed = true;
      }
    }
    for (Map.Entry<Path, byte[]> file : files.entrySet()) {
      Path path = file.getKey();
      if (!Files.exists(path) || !Arrays.equals(Files.readAllBytes(path), file.getValue())) {
        put(path, file.getValue());
        changed = true;
      }
    }
    for (Path place : places) {
      sweep(place);
    }
    return changed;
  }

  private static List<Path> there(List<Path> places) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path place : places) {
      if (Files.exists(place)) {
        try (Stream<Path> all = Files.walk(place)) {
          all.filter(it -> !Files.isDirectory(it)).forEach(found::add);
        }
      }
    }
    return found;
  }

  private static void put(Path path, byte[] bytes) throws IOException {
    Files.createDirectories(path.resolveSibling(""), FOLDER);
    Path whole = path.resolveSibling("." + path.getFileName() + ".new");
    try {
      Files.deleteIfExists(whole);
      Files.createFile(whole, OWNER);
      Files.write(whole, bytes);
      Files.move(whole, path, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  /** Folders in which nothing is left. */
  private static void sweep(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return;
    }
    try (Stream<Path> all = Files.walk(place)) {
      for (Path folder : all.sorted(Comparator.reverseOrder()).toList()) {
        if (Files.isDirectory(folder) && isEmpty(folder)) {
          Files.delete(folder);
        }
      }
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> in = Files.list(folder)) {
      return in.findAny().isEmpty();
    }
  }

  static Optional<Json> read(Path file) throws HostProblem {
    return Files.exists(file) ? Optional.of(DockerFolder.read(file)) : Optional.empty();
  }

  /** What is in a folder, if there is one. */
  static List<Path> in(Path folder) {
    try (Stream<Path> in = Files.list(folder)) {
      return in.sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
