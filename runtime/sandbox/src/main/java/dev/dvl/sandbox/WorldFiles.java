package dev.dvl.sandbox;

import dev.dvl.compiler.value.Address;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the files are called in which objects lie: after their host, and in a machine after that,
 * too, so that another machine at the same address begins with nothing.
 */
final class WorldFiles {
  private static final String END = ".objects";

  private WorldFiles() {}

  /** Of a host that stands by itself. */
  static String of(Address host) {
    return plain(host.toString()) + END;
  }

  /** Of a host that is the machine with an id. */
  static String inMachine(Address host, String machine) {
    return plain(host.toString()) + "@" + plain(machine) + END;
  }

  /** What stands on a machine goes with it: its file lies beside that of the machine's host. */
  static void removeMachine(Path hostFile, String machine) throws IOException {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(
            hostFile.toAbsolutePath().getParent(), "*@" + plain(machine) + END)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }

  private static String plain(String text) {
    return text.replaceAll("[^A-Za-z0-9_]", "-");
  }
}
