package dev.dvl.cli.worlds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The sandbox, in which a scenario says which calls take for ever. */
record SandboxStage(Path scene) implements Stage {
  private static final int LONG_ENOUGH_MILLIS = 5_000;

  @Override
  public Map<String, String> environment() {
    return Map.of();
  }

  @Override
  public List<String> options() {
    return List.of("--sandbox");
  }

  @Override
  public Map<String, String> hold() throws IOException {
    return Map.of("DVL_SANDBOX_SCENARIO", Files.readString(scene.resolve("held")));
  }

  /** All other calls take no time there. */
  @Override
  public void awaitHeld() throws InterruptedException {
    Thread.sleep(LONG_ENOUGH_MILLIS);
  }

  @Override
  public void keep(World world) {}

  @Override
  public void clear(Path program) {}

  @Override
  public void close() {}
}
