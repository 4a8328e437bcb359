package dev.dvl.compiler.eval;

import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Computes terms as far as an {@link Environment} knows what they read.
 *
 * <p>Laws: the result of a term whose leaves are all known is a known value; what is left of any
 * other computes, in an environment that knows more, to the same value as the whole would have.
 */
public final class Evaluator {
  private final Map<String, Function> functions;

  public Evaluator(Map<String, Function> functions) {
    this.functions = Map.copyOf(functions);
  }

  /** The value of {@code term}, deferred where something it needs is not known. */
  public Value reduce(Term term, Environment environment) throws EvaluationProblem {
    return switch (term) {
      case Term.Literal(Value value) -> fill(value, environment);
      case Term.Var(String name) -> orDefer(environment.variable(name), term);
      case Term.Read(var resource, var path) -> orDefer(environment.read(resource, path), term);
      case Term.Secret(String name) -> orDefer(environment.secret(name), term);
      case Term.Call(String name, List<Term> arguments) -> call(name, arguments, environment);
    };
  }

  /** {@code value} with its deferred leaves computed as far as possible. */
  public Value fill(Value value, Environment environment) throws EvaluationProblem {
    return value.isKnown() ? value : filled(value, environment);
  }

  private Value filled(Value value, Environment environment) throws EvaluationProblem {
    return value.map(
        leaf -> leaf instanceof Value.Deferred(Term term) ? reduce(term, environment) : leaf);
  }

  private Value call(String name, List<Term> arguments, Environment environment)
      throws EvaluationProblem {
    return switch (name) {
      case "if" -> conditional(arguments, environment);
      case "&&" -> shortCircuit(name, false, arguments, environment);
      case "||" -> shortCircuit(name, true, arguments, environment);
      case "??" -> coalesce(arguments, environment);
      default -> strict(name, arguments, environment);
    };
  }

  private Value conditional(List<Term> arguments, Environment environment)
      throws EvaluationProblem {
    Value condition = reduce(arguments.get(0), environment);
    if (condition instanceof Value.Bool(boolean holds)) {
      return reduce(arguments.get(holds ? 1 : 2), environment);
    }
    return deferred("if", List.of(Term.literal(condition), arguments.get(1), arguments.get(2)));
  }

  private Value shortCircuit(
      String name, boolean decides, List<Term> arguments, Environment environment)
      throws EvaluationProblem {
    Value left = reduce(arguments.get(0), environment);
    if (left instanceof Value.Bool(boolean holds)) {
      return holds == decides ? left : reduce(arguments.get(1), environment);
    }
    return deferred(name, List.of(Term.literal(left), arguments.get(1)));
  }

  private Value coalesce(List<Term> arguments, Environment environment) throws EvaluationProblem {
    Value left = reduce(arguments.get(0), environment);
    if (left instanceof Value.Deferred) {
      return deferred("??", List.of(Term.literal(left), arguments.get(1)));
    }
    return left.isNull() ? reduce(arguments.get(1), environment) : left;
  }

  private Value strict(String name, List<Term> arguments, Environment environment)
      throws EvaluationProblem {
    List<Value> values = new ArrayList<>(arguments.size());
    for (Term argument : arguments) {
      values.add(reduce(argument, environment));
    }
    try {
      return apply(name, values);
    } catch (EvaluationProblem problem) {
      throw isSecret(arguments)
          ? new EvaluationProblem("`" + name + "` cannot be computed of this secret")
          : problem;
    }
  }

  /** A problem says what the values are. */
  private static boolean isSecret(List<Term> terms) {
    return terms.stream().anyMatch(it -> it.usesSecret());
  }

  /** The ways into a collection need its shape, not its leaves. */
  private static boolean isReady(String name, List<Value> values) {
    boolean shape = Structure.FUNCTIONS.containsKey(name);
    for (Value value : values) {
      if (value instanceof Value.Deferred || (!shape && !value.isKnown())) {
        return false;
      }
    }
    return true;
  }

  /** The result of a function over values, deferred where it needs one that is not known. */
  public Value apply(String name, List<Value> values) throws EvaluationProblem {
    Function function = functions.get(name);
    if (function == null) {
      throw new EvaluationProblem("there is no function `" + name + "`");
    }
    return isReady(name, values)
        ? function.apply(values)
        : deferred(name, values.stream().map(Term::literal).toList());
  }

  private static Value deferred(String name, List<Term> arguments) {
    return new Value.Deferred(new Term.Call(name, arguments));
  }

  private static Value orDefer(Optional<Value> found, Term term) {
    return found.orElseGet(() -> new Value.Deferred(term));
  }
}
