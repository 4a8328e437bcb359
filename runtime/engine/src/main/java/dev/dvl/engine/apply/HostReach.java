package dev.dvl.engine.apply;

import dev.dvl.compiler.eval.Environment;
import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.eval.Evaluator;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.ledger.Reached;
import dev.dvl.engine.live.Ref;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tells how a host is found, so that a later run finds the same one. */
record HostReach(Kinds kinds, Evaluator evaluator, World world) {

  Reached of(HostInstance host) throws EvaluationProblem {
    if (host.sources().isEmpty()) {
      return Reached.BY_ITSELF;
    }
    SortedMap<Address, Ref> objects = new TreeMap<>();
    for (Address source : host.sources()) {
      world.object(source).ifPresent(object -> objects.put(source, object));
    }
    SortedMap<String, Value> values = new TreeMap<>();
    for (Map.Entry<String, Value> value : host.values().entrySet()) {
      values.put(value.getKey(), evaluator.fill(value.getValue(), new Outputs()));
    }
    return new Reached(objects, values);
  }

  /** What resources tell, and nothing else: attributes may be secret. */
  private final class Outputs implements Environment {
    @Override
    public Optional<Value> secret(String name) {
      return Optional.empty();
    }

    @Override
    public Optional<Value> read(Address resource, Path path) {
      return world
          .object(resource)
          .flatMap(object -> kinds.find(object.kind()))
          .flatMap(kind -> kind.output(path.attribute()))
          .flatMap(output -> world.read(resource, path));
    }
  }
}
