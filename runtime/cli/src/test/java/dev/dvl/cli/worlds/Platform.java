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

  /** Makes anew what stood on it, and says what has another id now. */
  Renamed make(World world) throws IOException;

  @Override
  void close() throws IOException;
}
