package dev.dvl.engine.apply;

import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.eval.Evaluator;
import dev.dvl.compiler.eval.StandardFunctions;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.FieldChange;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.plan.PlannedChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks against the schema what was not known when the plan was made, once it is: the form of its
 * type, and the attribute's own condition.
 */
final class LaterValues {
  private record Later(Path path, Value value, Attribute attribute) {}

  private final Evaluator evaluator;
  private final Map<Address, List<Later>> byChange = new HashMap<>();

  LaterValues(Plan plan, Kinds kinds, Evaluator evaluator) {
    this.evaluator = evaluator;
    for (PlannedChange change : plan.changes()) {
      kinds.find(change.kind()).ifPresent(kind -> enter(change, kind));
    }
  }

  /** What is wrong with a value that a change sends: a full sentence. */
  Optional<String> problem(Address change, Arguments arguments) {
    for (Later later : byChange.getOrDefault(change, List.of())) {
      Optional<String> problem = problem(later, arguments);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private void enter(PlannedChange change, KindSchema kind) {
    for (FieldChange field : change.fields()) {
      if (!field.after().isKnown()) {
        attribute(kind, field.path())
            .ifPresent(
                attribute ->
                    byChange
                        .computeIfAbsent(change.address(), ignored -> new ArrayList<>())
                        .add(new Later(field.path(), field.after(), attribute)));
      }
    }
  }

  private static Optional<Attribute> attribute(KindSchema kind, Path path) {
    if (path.steps().size() == 1) {
      return kind.attribute(path.attribute());
    }
    return path.steps().getLast() instanceof Path.Step.Field(String name)
        ? kind.block(path.attribute()).flatMap(block -> block.attribute(name))
        : Optional.empty();
  }

  private Optional<String> problem(Later later, Arguments arguments) {
    Value value;
    try {
      value = arguments.filled(later.value());
    } catch (EvaluationProblem notKnownYet) {
      return Optional.empty();
    }
    try {
      form(later.attribute().type(), value);
      if (!holds(later.attribute(), value)) {
        return Optional.of("`" + later.path() + "` came out as a value that its kind refuses.");
      }
      return Optional.empty();
    } catch (EvaluationProblem wrong) {
      return Optional.of("`" + later.path() + "`: " + wrong.getMessage() + ".");
    }
  }

  private boolean holds(Attribute attribute, Value value) throws EvaluationProblem {
    if (attribute.where().isEmpty()) {
      return true;
    }
    Variable it = new Variable("it", value);
    return evaluator.reduce(attribute.where().get().term(), it).equals(Value.of(true));
  }

  /** Text of a refined type has the form that its conversion accepts. */
  private void form(Type type, Value value) throws EvaluationProblem {
    if (type instanceof Type.Maybe(Type inner)) {
      form(inner, value);
    } else if (type instanceof Type.Scalar(ScalarKind kind, var ignored)
        && value instanceof Value.Text
        && kind.compareTo(ScalarKind.IP) >= 0
        && StandardFunctions.ALL.containsKey(kind.word())) {
      evaluator.reduce(Term.call(kind.word(), Term.literal(value)), new Variable("it", value));
    }
  }
}
