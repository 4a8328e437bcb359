package dev.dvl.compiler.eval;

import dev.dvl.compiler.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/**
 * The arguments of one call, taken out by the type that a function works on. The type checker has
 * seen to the types; a wrong one is told all the same, since rules and saved plans are not checked.
 */
record Arguments(List<Value> values) {

  /** A function that takes its arguments by type. */
  @FunctionalInterface
  interface Body {
    Value apply(Arguments arguments) throws EvaluationProblem;
  }

  static Function function(Body body) {
    return values -> body.apply(new Arguments(values));
  }

  Value at(int index) {
    return index < values.size() ? values.get(index) : Value.Null.NULL;
  }

  /** Whether an optional argument was left out. */
  boolean lacks(int index) {
    return at(index).isNull();
  }

  String text(int index) throws EvaluationProblem {
    if (at(index) instanceof Value.Text(String text)) {
      return text;
    }
    throw wrong(index, "text");
  }

  long whole(int index) throws EvaluationProblem {
    if (at(index) instanceof Value.Int(long number)) {
      return number;
    }
    throw wrong(index, "a whole number");
  }

  boolean bool(int index) throws EvaluationProblem {
    if (at(index) instanceof Value.Bool(boolean bool)) {
      return bool;
    }
    throw wrong(index, "true or false");
  }

  /** The elements of a list or a set. */
  List<Value> elements(int index) throws EvaluationProblem {
    return switch (at(index)) {
      case Value.ListOf(var elements) -> elements;
      case Value.SetOf(var elements) -> elements;
      case Value ignored -> throw wrong(index, "a list");
    };
  }

  /** The entries of a map, or the fields of an object. */
  SortedMap<String, Value> entries(int index) throws EvaluationProblem {
    return switch (at(index)) {
      case Value.MapOf(var entries) -> entries;
      case Value.ObjectOf(var fields) -> fields;
      case Value ignored -> throw wrong(index, "a map");
    };
  }

  private EvaluationProblem wrong(int index, String wanted) {
    return new EvaluationProblem(
        "argument " + (index + 1) + " is " + ValueText.kind(at(index)) + ", not " + wanted);
  }

  static Value texts(Collection<String> texts) {
    return new Value.ListOf(texts.stream().map(Value::text).toList());
  }
}
