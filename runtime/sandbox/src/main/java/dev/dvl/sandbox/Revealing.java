package dev.dvl.sandbox;

import dev.dvl.compiler.eval.Environment;
import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.eval.StandardFunctions;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.diff.Fingerprints;
import dev.dvl.engine.diff.ValuePart;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.provider.Secrets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Shows the values of objects as a platform would, secrets included: they are computed again from
 * their terms if their fingerprint says that they are still those that were set.
 */
final class Revealing implements Environment {
  private static final Value OTHER = Value.text("a value from before");

  private final Fingerprints fingerprints;
  private final Secrets secrets;
  private final Store store;
  private final Map<Address, SandboxObject> byAddress = new HashMap<>();

  Revealing(Stack stack, Secrets secrets, Store store) {
    this.fingerprints = new Fingerprints(stack, secrets);
    this.secrets = secrets;
    this.store = store;
  }

  SortedMap<String, Value> values(SandboxObject object, SortedMap<String, Value> base) {
    SortedMap<String, Value> values = new TreeMap<>(base);
    values.putAll(object.values());
    if (object.values().containsKey("running") || base.containsKey("running")) {
      values.put("running", Value.of(object.running()));
    }
    if (object.print().isPresent()) {
      String now = fingerprints.of(Value.ObjectOf.of(object.values()));
      boolean same = object.print().get().equals(now);
      values.replaceAll((name, value) -> same ? revealed(value) : Hidden.with(value, OTHER));
    }
    return values;
  }

  private Value revealed(Value value) {
    try {
      return StandardFunctions.EVALUATOR.fill(value, this);
    } catch (EvaluationProblem notComputable) {
      return Hidden.with(value, OTHER);
    }
  }

  @Override
  public Optional<Value> read(Address resource, Path path) {
    if (byAddress.isEmpty()) {
      store
          .all()
          .forEach(
              object -> object.stamp().ifPresent(stamp -> byAddress.put(stamp.address(), object)));
    }
    return Optional.ofNullable(byAddress.get(resource))
        .map(object -> object.outputs().getOrDefault(path.attribute(), Value.Null.NULL))
        .map(value -> ValuePart.of(value, path));
  }

  @Override
  public Optional<Value> secret(String name) {
    return secrets.get(name).map(Value::text);
  }
}
