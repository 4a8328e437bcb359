package dev.dvl.cli.worlds;

import dev.dvl.cli.session.Calls;
import dev.dvl.cli.world.StackIdentity;
import dev.dvl.engine.ledger.FileLedger;
import dev.dvl.engine.ledger.Recorded;
import dev.dvl.engine.live.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A world that was made again, in which the dvl under test runs.
 *
 * @param folder of the program
 */
record Again(Path folder, Platform platform, Renamed renamed) {
  /** What the programs of all worlds ask for. */
  static final Map<String, String> SECRETS = Map.of("DVL_SECRET_password", "correct horse");

  static Again of(World world, Platform platform, Path folder) throws IOException {
    World.copy(world.program(), folder);
    World.copy(world.ledger(), folder.resolve(".dvl"));
    Again again = new Again(folder, platform, platform.make(world));
    KeptFiles.rename(folder.resolve(".dvl"), again.renamed());
    return again;
  }

  Calls.Ended dvl(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(platform.options());
    return plain(all.toArray(String[]::new));
  }

  /** Without what every command line says, for a command that takes no options of a program. */
  Calls.Ended plain(String... words) {
    Map<String, String> environment = new HashMap<>(platform.environment());
    environment.putAll(SECRETS);
    environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
    return new Calls(folder, environment).dvl(words);
  }

  /** What the ledger knows, as the dvl under test reads it. */
  Recorded recorded() throws IOException {
    return FileLedger.peek(folder, stack());
  }

  private Stack stack() throws IOException {
    boolean sandbox = platform.options().contains("--sandbox");
    return StackIdentity.of(folder, sandbox, Optional.empty()).stack();
  }

  /** Takes away what dvl has noted beside the program; the sandbox keeps its objects there. */
  void forget() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(".dvl"))) {
      for (Path ledger : files.filter(it -> it.toString().endsWith("-default")).toList()) {
        World.remove(ledger);
      }
    }
  }

  /** Writes a kept plan where {@code dvl apply} finds it. */
  void plan(String kept) throws IOException {
    Files.writeString(folder.resolve("saved.plan"), KeptFiles.plan(kept, folder, renamed));
  }
}
