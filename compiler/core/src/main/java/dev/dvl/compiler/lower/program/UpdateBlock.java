package dev.dvl.compiler.lower.program;

import dev.dvl.compiler.ir.Instance.Update;
import dev.dvl.compiler.ir.Rollout;
import dev.dvl.compiler.value.Dimension;
import dev.dvl.compiler.value.Key;
import dev.dvl.compiler.value.Value;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the block {@code update} of a resource; what is left out is as by default. */
final class UpdateBlock {
  private final Map<String, Value> fields;

  private UpdateBlock(Map<String, Value> fields) {
    this.fields = fields;
  }

  static Update read(Map<String, Value> fields) {
    return new UpdateBlock(fields).update();
  }

  private Update update() {
    Update unset = Update.DEFAULT;
    return new Update(
        value("order").equals(Value.text("start_first")) ? Update.Order.START_FIRST : unset.order(),
        value("wait") instanceof Value.Text(String wait) ? wait : unset.waitFor(),
        onFailure(),
        duration("drain"),
        new Rollout(count(value("max_parallel")), canary(), duration("health_window")));
  }

  private Update.OnFailure onFailure() {
    return value("on_failure") instanceof Value.Text(String word)
        ? Update.OnFailure.valueOf(word.toUpperCase(Locale.ROOT))
        : Update.DEFAULT.onFailure();
  }

  private Rollout.Canary canary() {
    Value said = value("canary");
    return said instanceof Value.ListOf(List<Value> keys)
        ? new Rollout.Canary.Keyed(keys(keys))
        : count(said)
            .<Rollout.Canary>map(Rollout.Canary.Count::new)
            .orElse(new Rollout.Canary.None());
  }

  private static Set<Key> keys(List<Value> values) {
    Set<Key> keys = new HashSet<>();
    for (Value value : values) {
      switch (value) {
        case Value.Int(long number) -> keys.add(Key.of(number));
        case Value.Text(String text) -> keys.add(Key.of(text));
        case Value ignored -> {}
      }
    }
    return keys;
  }

  private static Optional<Integer> count(Value value) {
    return value instanceof Value.Int(long number)
        ? Optional.of((int) Math.min(number, Integer.MAX_VALUE))
        : Optional.empty();
  }

  private Duration duration(String name) {
    return value(name) instanceof Value.Quantity(Dimension ignored, long nanos)
        ? Duration.ofNanos(nanos)
        : Duration.ZERO;
  }

  private Value value(String name) {
    return fields.getOrDefault(name, Value.Null.NULL);
  }
}
