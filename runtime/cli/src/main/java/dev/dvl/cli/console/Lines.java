package dev.dvl.cli.console;

import java.io.IOException;
import java.util.Optional;

/** Where the lines of a session come from. */
public interface Lines extends AutoCloseable {

  /** The next line, empty where the typing of one was broken off; nothing at the end. */
  Optional<String> next() throws IOException;

  /** Keeps the line that came last for later sessions. */
  void remember() throws IOException;

  @Override
  void close() throws IOException;
}
