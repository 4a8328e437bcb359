package dev.dvl.cli.worlds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A platform on which a world is recorded. */
interface Stage extends AutoCloseable {

  /** How dvl finds it. */
  Map<String, String> environment();

  /** What every command line says. */
  List<String> options();

  /** From now on the calls that the scene wants to be cut off never come back. */
  Map<String, String> hold() throws IOException;

  /** Waits until all of these calls are under way. */
  void awaitHeld() throws IOException, InterruptedException;

  /** Writes down what was done on it. */
  void keep(World world) throws IOException;

  /** Removes what a program has made on it, and what was there for it. */
  void clear(Path program) throws IOException;

  @Override
  void close() throws IOException;
}
