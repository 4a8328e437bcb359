package dev.dvl.engine.trial;

import dev.dvl.contract.Bench;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.provider.Provider;
import dev.dvl.sandbox.SandboxFaults;
import dev.dvl.sandbox.SandboxProvider;
import dev.dvl.sandbox.scenario.Pace;
import dev.dvl.stdlib.StandardKinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Benches on the sandbox with the standard kinds. */
final class Sandboxes {
  static final Stack STACK = new Stack("00112233aabbccdd", "default");

  private static final Pattern BETWEEN = Pattern.compile("(?m)^---\n");

  private Sandboxes() {}

  /** The programs of a golden, applied one after another. */
  static List<String> programs(String text) {
    return BETWEEN.splitAsStream(text).toList();
  }

  /** A build context named {@code site}. */
  static void site(Path folder) throws IOException {
    Path site = Files.createDirectories(folder.resolve("site"));
    Files.writeString(site.resolve("Dockerfile"), "FROM web:1\n");
  }

  static Bench in(Path folder) {
    return in(folder, SandboxFaults.NONE);
  }

  /** One that keeps its objects in the bench's folder, and takes no time. */
  static Provider provider() {
    return new SandboxProvider(SandboxFaults.NONE, Pace.NONE);
  }

  /** Op ids count from 1, so that plans can be compared with goldens. */
  static Bench in(Path folder, SandboxFaults faults) {
    AtomicInteger next = new AtomicInteger();
    return new Bench(StandardKinds.load(), new SandboxProvider(faults, Pace.NONE), STACK, folder)
        .ids(() -> "op" + next.incrementAndGet());
  }
}
