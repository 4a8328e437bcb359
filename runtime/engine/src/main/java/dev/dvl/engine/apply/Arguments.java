package dev.dvl.engine.apply;

import dev.dvl.compiler.eval.Environment;
import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.eval.Evaluator;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Made;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.key.KeyPair;
import dev.dvl.engine.live.Ref;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Fills in the arguments of ops: terms are computed, references become ids of the platform. */
final class Arguments {
  private final Evaluator evaluator;
  private final World world;
  private final Untold untold;

  Arguments(Evaluator evaluator, World world, Kinds kinds) {
    this.evaluator = evaluator;
    this.world = world;
    this.untold = new Untold(world, kinds);
  }

  /** All arguments, known; what is made is another each time. */
  SortedMap<String, Value> filled(Op op) throws EvaluationProblem {
    SortedMap<String, Value> filled = new TreeMap<>();
    for (Map.Entry<String, Value> entry : op.args().entrySet()) {
      filled.put(entry.getKey(), filled(entry.getValue(), untold));
    }
    op.request().made().forEach((name, what) -> filled.put(name, made(what)));
    return filled;
  }

  private static Value made(Made what) {
    return switch (what) {
      case HOST_KEY -> {
        KeyPair key = KeyPair.fresh();
        yield Value.ObjectOf.of(
            Map.of("open", Value.text(key.open()), "hidden", Value.text(key.hidden())));
      }
    };
  }

  /** Those arguments that can be told by now, and references to what has no object. */
  SortedMap<String, Value> asFarAsKnown(Op op) {
    SortedMap<String, Value> filled = new TreeMap<>();
    op.args()
        .forEach(
            (name, value) -> {
              try {
                filled.put(name, filled(value));
              } catch (EvaluationProblem notKnown) {
                if (value instanceof Value.Ref) {
                  filled.put(name, value);
                }
              }
            });
    return filled;
  }

  /** A value with everything in it known. */
  Value filled(Value value) throws EvaluationProblem {
    return filled(value, world);
  }

  private Value filled(Value value, Environment known) throws EvaluationProblem {
    Value computed = value.isKnown() ? value : evaluator.fill(value, known);
    if (!computed.isKnown()) {
      throw new EvaluationProblem("something that it reads was not made known by what came before");
    }
    return resolved(computed);
  }

  private Value resolved(Value value) throws EvaluationProblem {
    return value.map(
        leaf ->
            leaf instanceof Value.Ref(Address address, String ignored) ? object(address) : leaf);
  }

  private Value object(Address address) throws EvaluationProblem {
    return world
        .object(address)
        .map(Ref::id)
        .map(Value::text)
        .orElseThrow(() -> new EvaluationProblem("`" + address + "` has no object"));
  }
}
