package dev.dvl.docker.container.plan;

import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.docker.Codes;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Wanted;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Limits that are wanted and that the engine's machine cannot keep. The engine would make the
 * container without them, and every later plan would want them again.
 */
record LimitsNotKept(HostView view) {
  private static final String FACT = "limits_not_kept";

  /** Swap without a limit is what such a machine has. */
  private static final Value UNLIMITED = Value.text("unlimited");

  void tell(Desired container, Consumer<Finding> sink) {
    if (view instanceof HostView.Readable(var facts, var ignored)) {
      new Wanted(facts.values())
          .texts(FACT).stream()
              .filter(limit -> isWanted(container.value(limit)))
              .forEach(limit -> sink.accept(finding(container, limit)));
    }
  }

  private static boolean isWanted(Value limit) {
    return !limit.isNull() && !limit.equals(UNLIMITED);
  }

  private static Finding finding(Desired container, String limit) {
    return new Finding(
        Codes.LIMIT,
        container.instance().address(),
        Optional.of(Path.of(limit)),
        "the engine's machine cannot keep `" + limit + "`",
        List.of("The engine would make the container without it."));
  }
}
