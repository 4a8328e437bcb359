package dev.dvl.engine.diff;

import dev.dvl.compiler.eval.Environment;
import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.eval.Evaluator;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.Secrets;
import java.util.Optional;

/** Fills terms with what is known while planning: outputs that stay as they are, and secrets. */
public final class Known {
  private final Evaluator evaluator;
  private final Environment open;
  private final Environment inMemory;

  /** An output of a resource, where it is known. */
  @FunctionalInterface
  public interface Outputs {
    Optional<Value> read(Address resource, Path path);
  }

  public Known(Evaluator evaluator, Outputs outputs, Secrets secrets) {
    this.evaluator = evaluator;
    this.open = new Outside(outputs, Secrets.NONE);
    this.inMemory = new Outside(outputs, secrets);
  }

  /** With secrets left as terms: may be shown and saved. */
  public Value open(Value value) {
    return fill(value, open);
  }

  /** With secrets filled in: for comparing alone. */
  public Value inMemory(Value value) {
    return fill(value, inMemory);
  }

  /** With secrets filled in, for judging alone; says why where there is no result. */
  public Value computed(Term term) throws EvaluationProblem {
    return evaluator.reduce(term, inMemory);
  }

  /** A computation that fails is left as it stands; apply fails with the reason where it runs. */
  private Value fill(Value value, Environment environment) {
    if (value.isKnown()) {
      return value;
    }
    try {
      return evaluator.fill(value, environment);
    } catch (EvaluationProblem leftToApply) {
      return value;
    }
  }

  private record Outside(Outputs outputs, Secrets secrets) implements Environment {
    @Override
    public Optional<Value> read(Address resource, Path path) {
      return outputs.read(resource, path);
    }

    @Override
    public Optional<Value> secret(String name) {
      return secrets.get(name).map(Value::text);
    }
  }
}
