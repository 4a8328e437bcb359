package dev.dvl.engine.plan.order;

import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.plan.reading.Selected;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long each call of a change may take where the resource says so in its {@code timeouts}; what
 * takes something back keeps its own limit, and so does what lasts for a time that is asked for.
 */
record CallLimits(Optional<Duration> said) {

  static CallLimits of(Selected selected, Change change) {
    Map<String, Value> timeouts =
        selected.instance(change.address()).map(it -> it.common().timeouts()).orElse(Map.of());
    return new CallLimits(
        key(change)
            .map(key -> timeouts.getOrDefault(key, Value.Null.NULL))
            .filter(value -> value instanceof Value.Quantity)
            .map(CallLimits::duration));
  }

  List<Op> on(List<Op> ops) {
    return said.map(limit -> ops.stream().map(op -> on(op, limit)).toList()).orElse(ops);
  }

  private static Op on(Op op, Duration limit) {
    return op.undoes() || op.isSteady() ? op : op.within(limit);
  }

  private static Optional<String> key(Change change) {
    return switch (change.action()) {
      case CREATE, REPLACE, REPLACE_START_FIRST -> Optional.of("create");
      case UPDATE, ADOPT -> Optional.of("update");
      case DESTROY -> Optional.of("destroy");
      case MOVE, FORGET, CONDITIONAL, UNDECIDED -> Optional.empty();
    };
  }

  private static Duration duration(Value value) {
    return value instanceof Value.Quantity(Dimension ignored, long nanos)
        ? Duration.ofNanos(nanos)
        : Duration.ZERO;
  }
}
