package dev.dvl.engine.diff;

import dev.dvl.compiler.eval.Environment;
import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.eval.Evaluator;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Live;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the terms of a kind's schema: {@code it}, {@code was}, attributes and blocks by name,
 * and under any other name the facts of the place. Impacts may read the object as it is under
 * {@code live}, under {@code used} what the objects that it is to use will be called, and under
 * {@code key} which entry of a map differs.
 */
public record KindRule(
    Evaluator evaluator,
    KindSchema kind,
    Map<String, Value> attributes,
    Value place,
    Value live,
    Value used) {

  /** The rules of a kind where there is no object yet. */
  public static KindRule unborn(
      Evaluator evaluator, KindSchema kind, Map<String, Value> attributes, Value place) {
    return new KindRule(
        evaluator, kind, attributes, place, Value.Null.NULL, new Value.SetOf(List.of()));
  }

  /**
   * The rules of a kind over an object.
   *
   * @param used the ids and names under which the objects that it is to use will be found
   */
  public static KindRule over(
      Evaluator evaluator,
      KindSchema kind,
      Map<String, Value> attributes,
      Value place,
      Live live,
      Set<String> used) {
    return new KindRule(
        evaluator,
        kind,
        attributes,
        place,
        Value.ObjectOf.of(live.readable()),
        Value.SetOf.of(used.stream().map(Value::text).toList()));
  }

  /**
   * The dearest impact of a place that differs. Of an entry of a map its key is known to the rule;
   * where a whole map differs, the rule is asked for each key, and once without one where keys may
   * come that nobody knows yet.
   */
  public Impact impact(FieldDifference difference, FieldDifference.Field field) {
    List<Path.Step> at = field.path().steps();
    if (at.getLast() instanceof Path.Step.Entry(String key)) {
      return impact(difference, Value.text(key));
    }
    Set<String> keys = new TreeSet<>(Entries.of(difference.it()).keySet());
    keys.addAll(Entries.of(field.before()).keySet());
    List<Value> asked = new ArrayList<>(keys.stream().map(Value::text).toList());
    if (keys.isEmpty() || !difference.it().isKnown()) {
      asked.add(Value.Null.NULL);
    }
    return asked.stream().map(key -> impact(difference, key)).reduce(Impact.NONE, Impact::or);
  }

  /** What {@code difference} costs; its branches count where it cannot be told. */
  private Impact impact(FieldDifference difference, Value key) {
    Term term = difference.impact();
    Map<String, Value> variables =
        Map.of(
            "it", difference.it(), "was", difference.was(), "key", key, "live", live, "used", used);
    Value word = evaluate(term, variables);
    if (word instanceof Value.Text(String text)) {
      return Impact.of(text).orElseThrow(() -> bug("not an impact: " + text, null));
    }
    return dearest(Term.literal(word)).orElse(Impact.REPLACE);
  }

  /** The value of {@code term}. */
  public Value evaluate(Term term, Map<String, Value> variables) {
    if (term instanceof Term.Literal(Value value)) {
      return value;
    }
    try {
      return evaluator.reduce(term, environment(variables));
    } catch (EvaluationProblem problem) {
      throw bug("a rule of a kind has no value", problem);
    }
  }

  private Environment environment(Map<String, Value> variables) {
    return new Environment() {
      @Override
      public Optional<Value> variable(String name) {
        Value bound = variables.get(name);
        return Optional.of(bound != null ? bound : named(name));
      }
    };
  }

  private Value named(String name) {
    Value set = attributes.get(name);
    if (set != null) {
      return set;
    }
    boolean ofKind = kind.attribute(name).isPresent() || kind.block(name).isPresent();
    return ofKind ? Value.Null.NULL : place;
  }

  private static Optional<Impact> dearest(Term term) {
    return switch (term) {
      case Term.Literal(Value.Text(String text)) -> Impact.of(text);
      case Term.Literal ignored -> Optional.empty();
      case Term.Call(String ignored, List<Term> arguments) ->
          arguments.stream().flatMap(it -> dearest(it).stream()).reduce(Impact::or);
      case Term.Var _, Term.Read _, Term.Secret _ -> Optional.empty();
    };
  }

  private static IllegalStateException bug(String what, @Nullable Exception cause) {
    return new IllegalStateException(what, cause);
  }
}
