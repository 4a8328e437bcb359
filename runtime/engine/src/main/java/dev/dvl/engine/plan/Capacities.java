package dev.dvl.engine.plan;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.validate.Validation;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Facts;
import dev.dvl.engine.plan.input.PlanRequest;
import dev.dvl.engine.plan.judge.Decided;
import dev.dvl.engine.plan.judge.HostFates;
import dev.dvl.engine.plan.reading.SeenHosts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Warns where the program may use more memory or processors of a host than the host says it has. A
 * sandbox makes these up, and is not held to them.
 */
final class Capacities {
  private Capacities() {}

  static List<Diagnostic> exceeded(Decided decided) {
    SeenHosts seen = decided.matched().seen();
    HostFates fates = new HostFates(decided.fates());
    PlanRequest request = seen.selected().request();
    if (request.options().destroy()) {
      return List.of();
    }
    Map<Address, Map<String, Value>> told = new HashMap<>();
    seen.readable()
        .forEach(
            (host, view) -> {
              boolean stays = request.program().host(host).flatMap(fates::madeWith).isEmpty();
              if (stays && !isMadeUp(view.facts())) {
                told.put(host, view.facts().values());
              }
            });
    return Validation.overcommitted(request.program(), request.kinds(), told);
  }

  private static boolean isMadeUp(Facts facts) {
    return facts.value("sandbox").equals(Value.of(true));
  }
}
