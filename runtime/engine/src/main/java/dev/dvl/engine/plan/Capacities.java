package dev.dvl.engine.plan;

import dev.dvl.compiler.validate.Validation;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Facts;
import dev.dvl.engine.provider.HostView;
import java.util.HashMap;
import java.util.Map;

/**
 * Warns where the program may use more memory or processors of a host than the host says it has. A
 * sandbox makes these up, and is not held to them.
 */
final class Capacities implements PlanStep {
  @Override
  public void run(Draft draft) {
    if (draft.inputs.options().destroy()) {
      return;
    }
    Map<Address, Map<String, Value>> told = new HashMap<>();
    draft.views.forEach(
        (host, view) -> {
          if (view instanceof HostView.Readable(Facts facts, var ignored) && !isMadeUp(facts)) {
            told.put(host, facts.values());
          }
        });
    Validation.overcommitted(draft.program, draft.kinds, told).forEach(draft.diagnostics::report);
  }

  private static boolean isMadeUp(Facts facts) {
    return facts.value("sandbox").equals(Value.of(true));
  }
}
