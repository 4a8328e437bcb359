package dev.dvl.cli.worlds;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A platform on which worlds are made again, with nothing on it that they need to be theirs. */
interface Platform extends AutoCloseable {

  /** How dvl finds it. */
  Map<String, String> environment();

  /** What every command line says. */
  List<String> options();

  /** Whether a saved plan guards ids there, and so is stale in a world that was made again. */
  boolean guardsIds();

  /** Makes anew what stood on it, and says what has another id now. */
  Renamed make(World world) throws IOException;

  @Override
  void close() throws IOException;
}
