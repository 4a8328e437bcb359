package dev.dvl.cli.progress;

import dev.dvl.engine.apply.ApplyEvent;
import java.io.PrintStream;

/** Says nothing but what must be said. */
record QuietProgress(PrintStream err) implements Progress {
  @Override
  public void on(ApplyEvent event) {}

  @Override
  public void say(String line) {
    err.println(line);
  }

  @Override
  public void close() {
    err.flush();
  }
}
