package dev.dvl.cli.project;

import java.nio.file.Path;

/** Names under which people know files: from where they are, if those are below. */
record FileNames(Path called) {
  String of(Path path) {
    Path whole = path.toAbsolutePath().normalize();
    Path here = called.toAbsolutePath().normalize();
    Path shorter = whole.startsWith(here) ? here.relativize(whole) : whole;
    return shorter.toString().isEmpty() ? "." : shorter.toString();
  }
}
