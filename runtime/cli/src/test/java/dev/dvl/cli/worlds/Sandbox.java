package dev.dvl.cli.worlds;

import java.util.List;
import java.util.Map;

/** The sandbox, whose objects lie beside the ledger: nothing has to be made. */
record Sandbox() implements Platform {
  @Override
  public Map<String, String> environment() {
    return Map.of();
  }

  @Override
  public List<String> options() {
    return List.of("--sandbox");
  }

  @Override
  public boolean guardsIds() {
    return false;
  }

  @Override
  public Renamed make(World world) {
    return new Renamed();
  }

  @Override
  public void close() {}
}
