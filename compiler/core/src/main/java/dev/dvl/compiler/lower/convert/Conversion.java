package dev.dvl.compiler.lower.convert;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.ScalarText;
import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.lower.run.LowerCodes;
import dev.dvl.compiler.lower.run.LoweringReport;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Tags;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes a value one of the type that is wanted where it stands: absent fields get their defaults, a
 * list becomes a set, an object a map, texts of refined types and conditions are checked.
 */
public final class Conversion {
  private final Conditions conditions;

  public Conversion(LoweringReport report) {
    this.conditions = new Conditions(report);
  }

  public Conditions conditions() {
    return conditions;
  }

  public Value convert(Value value, Type type, Span span) throws Failure {
    if (value.isNull()) {
      return value;
    }
    return switch (type) {
      case Type.Scalar(ScalarKind kind, Qualifiers like) -> scalar(value, kind, like, span);
      case Type.Maybe(Type inner) -> convert(value, inner, span);
      case Type.ListOf(Type element, var ignored) -> list(value, element, span);
      case Type.SetOf(Type element, var ignored) -> set(value, element, span);
      case Type.MapOf(Type element, var ignored) -> map(value, element, span);
      case Type.ObjectOf object -> object(value, object, span);
      case Type.Union(List<Type> members) -> union(value, members, span);
      case Type.Refined(String name, Type base, Type.Condition condition) -> {
        Value converted = convert(value, base, span);
        conditions.require(condition, converted, base, span, "this is no `" + name + "`");
        yield converted;
      }
      case Type.Literal _,
          Type.Ref _,
          Type.Composite _,
          Type.Keyed _,
          Type.StateOf _,
          Type.Null _,
          Type.Wrong _ ->
          value;
    };
  }

  private static Value scalar(Value value, ScalarKind kind, Qualifiers like, Span span)
      throws Failure {
    if (kind == ScalarKind.DECIMAL && value instanceof Value.Int(long number)) {
      return new Value.Decimal(BigDecimal.valueOf(number));
    }
    if (kind == ScalarKind.DECIMAL && value instanceof Value.Deferred(Term term)) {
      return new Value.Deferred(decimal(term));
    }
    Optional<String> complaint = ScalarText.complaint(kind, value);
    if (complaint.isPresent()) {
      String text = like.secret() ? "this secret is no `" + kind.word() + "`" : complaint.get();
      throw Failure.at(LowerCodes.FORM, span, text);
    }
    return value;
  }

  /** What comes later may be a whole number, and is compared as a decimal one. */
  private static Term decimal(Term term) {
    Term nothing = Term.literal(Value.Null.NULL);
    return Term.call(
        "if", Term.call("==", term, nothing), nothing, Term.call(ScalarKind.DECIMAL.word(), term));
  }

  private Value list(Value value, Type element, Span span) throws Failure {
    return switch (value) {
      case Value.ListOf(var elements) -> new Value.ListOf(all(elements, element, span));
      case Value.SetOf(var elements) -> new Value.ListOf(all(elements, element, span));
      case Value ignored -> value;
    };
  }

  private Value set(Value value, Type element, Span span) throws Failure {
    return switch (value) {
      case Value.ListOf(var elements) -> new Value.SetOf(all(elements, element, span));
      case Value.SetOf(var elements) -> new Value.SetOf(all(elements, element, span));
      case Value ignored -> value;
    };
  }

  private Value map(Value value, Type element, Span span) throws Failure {
    return switch (value) {
      case Value.MapOf(var entries) -> Value.MapOf.of(all(entries, element, span));
      case Value.ObjectOf(var fields) -> Value.MapOf.of(all(fields, element, span));
      case Value ignored -> value;
    };
  }

  private List<Value> all(List<Value> values, Type type, Span span) throws Failure {
    List<Value> converted = new ArrayList<>(values.size());
    for (Value value : values) {
      converted.add(convert(value, type, span));
    }
    return converted;
  }

  private Map<String, Value> all(Map<String, Value> values, Type type, Span span) throws Failure {
    Map<String, Value> converted = new TreeMap<>();
    for (Map.Entry<String, Value> entry : values.entrySet()) {
      converted.put(entry.getKey(), convert(entry.getValue(), type, span));
    }
    return converted;
  }

  private Value object(Value value, Type.ObjectOf type, Span span) throws Failure {
    Map<String, Value> given =
        switch (value) {
          case Value.ObjectOf(var fields) -> fields;
          case Value.MapOf(var entries) -> entries;
          case Value ignored -> Map.of();
        };
    if (!(value instanceof Value.ObjectOf) && !(value instanceof Value.MapOf)) {
      return value;
    }
    Map<String, Value> fields = new TreeMap<>(given);
    for (Type.Field field : type.fields().values()) {
      Value set = fields.getOrDefault(field.name(), Value.Null.NULL);
      Value filled =
          set.isNull() && field.value().isPresent()
              ? conditions.value(field.value().get(), fields, span)
              : set;
      fields.put(field.name(), held(filled, field, span));
    }
    return Value.ObjectOf.of(fields);
  }

  /** The value of a field, converted to its type and held to its condition. */
  public Value held(Value value, Type.Field field, Span span) throws Failure {
    Value converted = convert(value, field.type(), span);
    if (field.where().isPresent() && !converted.isNull()) {
      conditions.require(
          field.where().get(),
          converted,
          field.type(),
          span,
          "`" + field.name() + "` cannot be " + ShownValue.of(converted, field.type()));
    }
    return converted;
  }

  /** The member that the value is one of; where none can be told, the value as it stands. */
  private Value union(Value value, List<Type> members, Span span) throws Failure {
    if (value instanceof Value.Deferred) {
      return value;
    }
    for (Type member : members) {
      if (member instanceof Type.Literal(Value literal, var ignored) && literal.equals(value)) {
        return value;
      }
    }
    Optional<Type> chosen = chosen(value, members);
    return chosen.isPresent() ? convert(value, chosen.get(), span) : value;
  }

  private static Optional<Type> chosen(Value value, List<Type> members) {
    List<Type> fitting =
        members.stream().filter(member -> UnionMembers.fits(value, member)).toList();
    if (fitting.size() <= 1) {
      return fitting.stream().findFirst();
    }
    Optional<String> tag = Tags.of(fitting);
    return tag.flatMap(
        field ->
            fitting.stream()
                .filter(member -> UnionMembers.hasTag(value, member, field))
                .findFirst());
  }

  /** Used for messages about a value that came from outside. */
  static Failure forbidden(Span span, String text, List<String> notes) {
    Diagnostic diagnostic = Diagnostic.at(LowerCodes.FORBIDDEN, span, text);
    for (String note : notes) {
      diagnostic = diagnostic.note(note);
    }
    return new Failure(diagnostic);
  }
}
