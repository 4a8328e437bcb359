package dev.dvl.sandbox;

import dev.dvl.contract.Bench;
import dev.dvl.engine.live.Stack;
import dev.dvl.stdlib.StandardKinds;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Benches on the sandbox with the standard kinds. */
final class Sandboxes {
  static final Stack STACK = new Stack("00112233aabbccdd", "default");

  private Sandboxes() {}

  static Bench in(Path folder) {
    return in(folder, SandboxFaults.NONE);
  }

  /** Op ids count from 1, so that plans can be compared with goldens. */
  static Bench in(Path folder, SandboxFaults faults) {
    AtomicInteger next = new AtomicInteger();
    return new Bench(StandardKinds.load(), new SandboxProvider(faults), STACK, folder)
        .ids(() -> "op" + next.incrementAndGet());
  }
}
