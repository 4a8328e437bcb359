package dev.dvl.docker;

import dev.dvl.contract.Bench;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.OpIds;
import dev.dvl.stdlib.StandardKinds;
import java.nio.file.Path;
import java.util.Random;

/** Programs as text on the test engine, each in a stack of its own. */
final class Programs {
  private static final Random RANDOM = new Random();

  private Programs() {}

  static Bench in(Path folder) {
    return in(folder, new DockerProvider());
  }

  static Bench in(Path folder, DockerProvider provider) {
    Stack stack = new Stack("%016x".formatted(RANDOM.nextLong()), "default");
    return new Bench(StandardKinds.load(), provider, stack, folder).ids(new OpIds());
  }

  /** A program on the test engine with these declarations. */
  static String program(String declarations) {
    return "module it { edition = 2026 }\nhost engine: docker { endpoint = \"%s\" }\n"
            .formatted(Peers.docker())
        + declarations;
  }
}
