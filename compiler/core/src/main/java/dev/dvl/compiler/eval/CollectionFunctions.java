package dev.dvl.compiler.eval;

import static dev.dvl.compiler.eval.Arguments.function;

import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Functions over lists, sets and maps. */
final class CollectionFunctions {
  static final int MOST_ELEMENTS = 1_000_000;

  private CollectionFunctions() {}

  static final Map<String, Function> FUNCTIONS =
      Map.ofEntries(
          Map.entry("..", function(it -> range(it.whole(0), it.whole(1), true))),
          Map.entry("..<", function(it -> range(it.whole(0), it.whole(1), false))),
          Map.entry("first", function(it -> end(it.elements(0), true))),
          Map.entry("last", function(it -> end(it.elements(0), false))),
          Map.entry("reverse", function(it -> new Value.ListOf(it.elements(0).reversed()))),
          Map.entry("sort", function(CollectionFunctions::sort)),
          Map.entry("distinct", function(CollectionFunctions::distinct)),
          Map.entry("flatten", function(CollectionFunctions::flatten)),
          Map.entry("slice", function(CollectionFunctions::slice)),
          Map.entry("contains", function(CollectionFunctions::contains)),
          Map.entry("to_list", function(it -> new Value.ListOf(it.elements(0)))),
          Map.entry("to_set", function(it -> Value.SetOf.of(it.elements(0)))),
          Map.entry("compact", function(CollectionFunctions::compact)),
          Map.entry("any", function(it -> Value.of(it.elements(0).contains(Value.of(true))))),
          Map.entry("all", function(it -> Value.of(!it.elements(0).contains(Value.of(false))))),
          Map.entry("keys", function(it -> Arguments.texts(it.entries(0).keySet()))),
          Map.entry(
              "values", function(it -> new Value.ListOf(List.copyOf(it.entries(0).values())))),
          Map.entry("merge", function(CollectionFunctions::merge)));

  /** The whole numbers from {@code from} to {@code to}. */
  static Value range(long from, long to, boolean closed) throws EvaluationProblem {
    long size = rangeSize(from, to, closed);
    if (size > MOST_ELEMENTS) {
      throw new EvaluationProblem(
          "the range has " + size + " elements, and a list at most " + MOST_ELEMENTS);
    }
    List<Value> numbers = new ArrayList<>((int) size);
    for (long i = 0; i < size; i++) {
      numbers.add(Value.of(from + i));
    }
    return new Value.ListOf(numbers);
  }

  static long rangeSize(long from, long to, boolean closed) {
    if (to < from) {
      return 0;
    }
    long distance = to - from;
    boolean huge = distance < 0 || distance == Long.MAX_VALUE;
    return huge ? Long.MAX_VALUE : distance + (closed ? 1 : 0);
  }

  private static Value end(List<Value> elements, boolean first) throws EvaluationProblem {
    if (elements.isEmpty()) {
      throw new EvaluationProblem("the list is empty");
    }
    return first ? elements.getFirst() : elements.getLast();
  }

  private static Value sort(Arguments it) throws EvaluationProblem {
    List<Value> sorted = new ArrayList<>(it.elements(0));
    for (int i = 1; i < sorted.size(); i++) {
      Comparison.compare(sorted.getFirst(), sorted.get(i));
    }
    Collections.sort(sorted, CollectionFunctions::ordered);
    return new Value.ListOf(sorted);
  }

  /** The order of elements that have been found to be comparable. */
  private static int ordered(Value left, Value right) {
    try {
      return Comparison.compare(left, right);
    } catch (EvaluationProblem e) {
      throw new IllegalStateException("comparable elements cannot be compared", e);
    }
  }

  private static Value distinct(Arguments it) throws EvaluationProblem {
    return new Value.ListOf(List.copyOf(new LinkedHashSet<>(it.elements(0))));
  }

  private static Value flatten(Arguments it) throws EvaluationProblem {
    List<Value> flat = new ArrayList<>();
    for (Value inner : it.elements(0)) {
      flat.addAll(new Arguments(List.of(inner)).elements(0));
      if (flat.size() > MOST_ELEMENTS) {
        throw new EvaluationProblem("the list has more than " + MOST_ELEMENTS + " elements");
      }
    }
    return new Value.ListOf(flat);
  }

  private static Value slice(Arguments it) throws EvaluationProblem {
    List<Value> elements = it.elements(0);
    long start = it.whole(1);
    long end = it.lacks(2) ? elements.size() : it.whole(2);
    if (start < 0 || end < start || end > elements.size()) {
      throw new EvaluationProblem(
          "there is no part from " + start + " to " + end + " of a list of " + elements.size());
    }
    return new Value.ListOf(elements.subList((int) start, (int) end));
  }

  private static Value contains(Arguments it) throws EvaluationProblem {
    if (it.at(0) instanceof Value.Text(String text)) {
      return Value.of(text.contains(it.text(1)));
    }
    Value wanted = it.at(1);
    return Value.of(it.elements(0).stream().anyMatch(element -> Comparison.equal(element, wanted)));
  }

  private static Value compact(Arguments it) throws EvaluationProblem {
    return new Value.ListOf(it.elements(0).stream().filter(element -> !element.isNull()).toList());
  }

  private static Value merge(Arguments it) throws EvaluationProblem {
    Map<String, Value> merged = new TreeMap<>();
    for (int i = 0; i < it.values().size(); i++) {
      merged.putAll(it.entries(i));
    }
    return Value.MapOf.of(merged);
  }
}
