package dev.dvl.compiler.eval;

import static dev.dvl.compiler.eval.Arguments.function;

import dev.dvl.compiler.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Functions over lists. */
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
          Map.entry("index_of", function(CollectionFunctions::indexOf)),
          Map.entry("only", function(CollectionFunctions::only)),
          Map.entry("take", function(it -> part(it, true))),
          Map.entry("drop", function(it -> part(it, false))),
          Map.entry("chunk", function(CollectionFunctions::chunk)),
          Map.entry("zip", function(CollectionFunctions::zip)),
          Map.entry("range", function(CollectionFunctions::stepped)));

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
      checkSize(flat.size());
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
    return Value.of(it.elements(0).stream().anyMatch(element -> Equality.equal(element, wanted)));
  }

  private static Value compact(Arguments it) throws EvaluationProblem {
    return new Value.ListOf(it.elements(0).stream().filter(element -> !element.isNull()).toList());
  }

  /** The position of an element, or of a part in a text, in code points; null where it is not. */
  private static Value indexOf(Arguments it) throws EvaluationProblem {
    if (it.at(0) instanceof Value.Text(String text)) {
      int at = text.indexOf(it.text(1));
      return at < 0 ? Value.Null.NULL : Value.of(text.codePointCount(0, at));
    }
    List<Value> elements = it.elements(0);
    for (int i = 0; i < elements.size(); i++) {
      if (Equality.equal(elements.get(i), it.at(1))) {
        return Value.of(i);
      }
    }
    return Value.Null.NULL;
  }

  private static Value only(Arguments it) throws EvaluationProblem {
    List<Value> elements = it.elements(0);
    if (elements.size() != 1) {
      throw new EvaluationProblem("there are " + elements.size() + " elements, not one");
    }
    return elements.getFirst();
  }

  private static Value part(Arguments it, boolean front) throws EvaluationProblem {
    List<Value> elements = it.elements(0);
    if (it.whole(1) < 0) {
      throw new EvaluationProblem("there are no " + it.whole(1) + " elements");
    }
    int at = (int) Math.min(it.whole(1), elements.size());
    return new Value.ListOf(
        front ? elements.subList(0, at) : elements.subList(at, elements.size()));
  }

  private static Value chunk(Arguments it) throws EvaluationProblem {
    List<Value> elements = it.elements(0);
    if (it.whole(1) < 1) {
      throw new EvaluationProblem("a part has at least one element");
    }
    int size = (int) Math.min(it.whole(1), Math.max(1, elements.size()));
    List<Value> parts = new ArrayList<>();
    for (int i = 0; i < elements.size(); i += size) {
      parts.add(new Value.ListOf(elements.subList(i, Math.min(i + size, elements.size()))));
    }
    return new Value.ListOf(parts);
  }

  private static Value zip(Arguments it) throws EvaluationProblem {
    List<Value> first = it.elements(0);
    List<Value> second = it.elements(1);
    checkAlike(first, second);
    List<Value> pairs = new ArrayList<>(first.size());
    for (int i = 0; i < first.size(); i++) {
      pairs.add(Value.ObjectOf.of(Map.of("first", first.get(i), "second", second.get(i))));
    }
    return new Value.ListOf(pairs);
  }

  static void checkAlike(List<Value> first, List<Value> second) throws EvaluationProblem {
    if (first.size() != second.size()) {
      throw new EvaluationProblem(
          "one list has " + first.size() + " elements, the other " + second.size());
    }
  }

  /** From the start up to, and without, the end. */
  private static Value stepped(Arguments it) throws EvaluationProblem {
    BigInteger from = BigInteger.valueOf(it.whole(0));
    BigInteger step = BigInteger.valueOf(it.lacks(2) ? 1 : it.whole(2));
    if (step.signum() == 0) {
      throw new EvaluationProblem("a step is not 0");
    }
    BigInteger way = BigInteger.valueOf(it.whole(1)).subtract(from);
    BigInteger rounding = step.subtract(BigInteger.valueOf(step.signum()));
    BigInteger size = way.add(rounding).divide(step).max(BigInteger.ZERO);
    checkSize(size.bitLength() < Integer.SIZE ? size.intValue() : Integer.MAX_VALUE);
    List<Value> numbers = new ArrayList<>();
    for (int i = 0; i < size.intValue(); i++) {
      numbers.add(Value.of(it.whole(0) + i * step.longValue()));
    }
    return new Value.ListOf(numbers);
  }

  static void checkSize(int elements) throws EvaluationProblem {
    if (elements > MOST_ELEMENTS) {
      throw new EvaluationProblem("the list has more than " + MOST_ELEMENTS + " elements");
    }
  }
}
