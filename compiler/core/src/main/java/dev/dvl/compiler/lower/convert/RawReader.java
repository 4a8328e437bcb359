package dev.dvl.compiler.lower.convert;

import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.eval.ScalarText;
import dev.dvl.compiler.eval.ValueText;
import dev.dvl.compiler.lower.input.RawInput;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.type.TypeText;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads values that came in as text by the types that are declared for them. */
public final class RawReader {
  private RawReader() {}

  /** A value, or a sentence that says what is wrong and where it came from. */
  public record Reading(Optional<Value> value, String problem) {
    static Reading of(Value value) {
      return new Reading(Optional.of(value), "");
    }

    static Reading wrong(RawInput input, String problem) {
      return new Reading(Optional.empty(), "In " + input.origin() + ", " + problem + ".");
    }
  }

  /** {@code name} is what messages call the value: {@code tiers[0].size}. */
  public static Reading read(RawInput input, Type type, String name) {
    return switch (type) {
      case Type.Maybe(Type inner) ->
          isNothing(input, inner) ? Reading.of(Value.Null.NULL) : read(input, inner, name);
      case Type.Null ignored ->
          isNothing(input, type) ? Reading.of(Value.Null.NULL) : unfit(input, type, name);
      case Type.Scalar(ScalarKind kind, var ignored) -> scalar(input, kind, type, name);
      case Type.Literal(Value literal, var ignored) ->
          input instanceof RawInput.Text(String text, var origin) && text.equals(plain(literal))
              ? Reading.of(literal)
              : unfit(input, type, name);
      case Type.Union(List<Type> members) -> union(input, members, type, name);
      case Type.Refined refined -> read(input, refined.base(), name);
      case Type.ListOf(Type element, var ignored) -> list(input, element, type, name);
      case Type.SetOf(Type element, var ignored) -> set(list(input, element, type, name));
      case Type.MapOf(Type value, var ignored) -> map(input, value, type, name);
      case Type.ObjectOf object -> object(input, object, name);
      case Type.Ref _, Type.Keyed _, Type.Composite _, Type.StateOf _, Type.Wrong _ ->
          unfit(input, type, name);
    };
  }

  /** An unquoted {@code null} stands for nothing, but where any text may stand. */
  private static boolean isNothing(RawInput input, Type inner) {
    boolean text =
        inner instanceof Type.Scalar(ScalarKind kind, var ignored) && kind == ScalarKind.STRING;
    return input instanceof RawInput.Nothing
        || (!text
            && input instanceof RawInput.Text(String word, var origin)
            && word.equals("null"));
  }

  private static Reading scalar(RawInput input, ScalarKind kind, Type type, String name) {
    if (!(input instanceof RawInput.Text(String text, var ignored))) {
      return unfit(input, type, name);
    }
    try {
      return Reading.of(ScalarText.read(kind, text));
    } catch (EvaluationProblem e) {
      return Reading.wrong(input, "`" + name + "`: " + e.getMessage());
    }
  }

  /** Literals first, text last: {@code 3} is a number where a number may stand. */
  private static Reading union(RawInput input, List<Type> members, Type type, String name) {
    List<Type> tried = members.stream().sorted(Comparator.comparingInt(RawReader::rank)).toList();
    for (Type member : tried) {
      Reading reading = read(input, member, name);
      if (reading.value().isPresent()) {
        return reading;
      }
    }
    return unfit(input, type, name);
  }

  private static int rank(Type type) {
    boolean text =
        type instanceof Type.Scalar(ScalarKind kind, var ignored) && kind == ScalarKind.STRING;
    return type instanceof Type.Literal ? 0 : text ? 2 : 1;
  }

  private static Reading list(RawInput input, Type element, Type type, String name) {
    if (!(input instanceof RawInput.ListOf(List<RawInput> elements, var ignored))) {
      return unfit(input, type, name);
    }
    List<Value> values = new ArrayList<>(elements.size());
    for (RawInput raw : elements) {
      Reading reading = read(raw, element, name + "[" + values.size() + "]");
      if (reading.value().isEmpty()) {
        return reading;
      }
      values.add(reading.value().get());
    }
    return Reading.of(new Value.ListOf(values));
  }

  private static Reading set(Reading list) {
    return list.value().orElse(Value.Null.NULL) instanceof Value.ListOf(var elements)
        ? Reading.of(new Value.SetOf(elements))
        : list;
  }

  private static Reading map(RawInput input, Type element, Type type, String name) {
    if (!(input instanceof RawInput.MapOf(Map<String, RawInput> entries, var ignored))) {
      return unfit(input, type, name);
    }
    Map<String, Value> values = new TreeMap<>();
    for (Map.Entry<String, RawInput> entry : entries.entrySet()) {
      Reading reading = read(entry.getValue(), element, name + "." + entry.getKey());
      if (reading.value().isEmpty()) {
        return reading;
      }
      values.put(entry.getKey(), reading.value().get());
    }
    return Reading.of(Value.MapOf.of(values));
  }

  private static Reading object(RawInput input, Type.ObjectOf type, String name) {
    if (!(input instanceof RawInput.MapOf(Map<String, RawInput> entries, var ignored))) {
      return unfit(input, type, name);
    }
    Map<String, Value> values = new TreeMap<>();
    for (Map.Entry<String, RawInput> entry : entries.entrySet()) {
      Type.Field field = type.fields().get(entry.getKey());
      if (field == null) {
        return Reading.wrong(
            entry.getValue(), "`" + name + "` has no field `" + entry.getKey() + "`");
      }
      Type wanted = field.mayBeAbsent() ? maybe(field.type()) : field.type();
      Reading reading = read(entry.getValue(), wanted, name + "." + field.name());
      if (reading.value().isEmpty()) {
        return reading;
      }
      values.put(field.name(), reading.value().get());
    }
    for (Type.Field field : type.fields().values()) {
      if (!field.mayBeAbsent() && !values.containsKey(field.name())) {
        return Reading.wrong(input, "`" + name + "` lacks `" + field.name() + "`");
      }
    }
    return Reading.of(Value.ObjectOf.of(values));
  }

  private static Type maybe(Type type) {
    return type instanceof Type.Maybe ? type : new Type.Maybe(type);
  }

  private static String plain(Value literal) {
    return literal instanceof Value.Text(String text) ? text : ValueText.of(literal);
  }

  private static Reading unfit(RawInput input, Type type, String name) {
    String shown =
        switch (input) {
          case RawInput.Text(String text, var ignored) -> ValueText.of(Value.text(text));
          case RawInput.Nothing ignored -> "null";
          case RawInput.ListOf ignored -> "a list";
          case RawInput.MapOf ignored -> "a map";
        };
    return Reading.wrong(
        input, "`" + name + "` is " + shown + ", not " + "`" + TypeText.of(type) + "`");
  }
}
