package dev.dvl.compiler.check.expr;

import dev.dvl.compiler.check.fit.Joins;
import dev.dvl.compiler.check.fit.Shapes;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.ValueText;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.Qualities;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.type.TypeText;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code match e { "a" | "b" -> x, else -> y }}: each value the subject may have has an arm. */
final class Matches {
  private final Typing typing;

  Matches(Typing typing) {
    this.typing = typing;
  }

  Type infer(Expr.Match match, Context context) {
    Type subject = typing.infer(match.subject(), context);
    Type joined = Shapes.NEVER;
    for (Arm arm : arms(match, subject, context)) {
      Type type = typing.infer(arm.value(), arm.context());
      joined = join(arm.value().span(), joined, type);
    }
    return whole(match, subject, joined);
  }

  Type check(Expr.Match match, Type wanted, Context context) {
    Type subject = typing.infer(match.subject(), context);
    Type joined = Shapes.NEVER;
    for (Arm arm : arms(match, subject, context)) {
      Type type = typing.check(arm.value(), wanted, arm.context());
      joined = Joins.of(joined, type).orElse(wanted);
    }
    return typing.fit(match, whole(match, subject, joined), wanted);
  }

  private Type whole(Expr.Match match, Type subject, Type joined) {
    Qualifiers by = Qualities.of(subject);
    new Demands(typing).choosing(match.subject(), by, joined);
    return Shapes.isWrong(subject) ? Shapes.WRONG : Qualities.with(joined, by);
  }

  private Type join(Span span, Type before, Type type) {
    Optional<Type> joined = Joins.of(before, type);
    if (joined.isEmpty()) {
      String text =
          "this is `" + TypeText.of(type) + "`, an arm before it `" + TypeText.of(before) + "`";
      typing.report(Diagnostic.at(CheckCodes.UNLIKE, span, text));
    }
    return joined.orElse(Shapes.WRONG);
  }

  /** The value of an arm, and what holds there. */
  private record Arm(Expr value, Context context) {}

  private List<Arm> arms(Expr.Match match, Type subject, Context context) {
    Map<Value, Span> seen = new LinkedHashMap<>();
    Optional<Span> rest = Optional.empty();
    List<Arm> arms = new ArrayList<>();
    for (Expr.Arm arm : match.arms()) {
      rest.ifPresent(
          before ->
              typing.report(
                  Diagnostic.at(CheckCodes.MATCH_ARM, arm.span(), "`else` takes what is left")
                      .label(before, "here")));
      arm.patterns().forEach(pattern -> pattern(pattern, subject, seen, context));
      arms.add(new Arm(arm.value(), within(match, arm, seen, context)));
      rest = arm.patterns().isEmpty() ? Optional.of(arm.span()) : rest;
    }
    if (rest.isEmpty() && !Shapes.isWrong(subject)) {
      exhaust(match, subject, seen.keySet());
    }
    return arms;
  }

  private void pattern(Expr pattern, Type subject, Map<Value, Span> seen, Context context) {
    Optional<Value> value = value(pattern);
    if (value.isEmpty()) {
      typing.infer(pattern, context);
      return;
    }
    Span before = seen.putIfAbsent(value.get(), pattern.span());
    if (before != null) {
      typing.report(
          Diagnostic.at(CheckCodes.MATCH_ARM, pattern.span(), "this value has an arm already")
              .label(before, "here"));
    } else if (!value.get().isNull()) {
      typing.check(
          pattern, Qualities.with(Shapes.present(subject), Qualities.ANY), context.takingSecrets());
    } else if (!(subject instanceof Type.Maybe) && !Shapes.isWrong(subject)) {
      String text = "`" + TypeText.of(subject) + "` is never null";
      typing.report(Diagnostic.at(CheckCodes.MATCH_ARM, pattern.span(), text));
    }
  }

  private static Optional<Value> value(Expr pattern) {
    return switch (pattern) {
      case Expr.Constant(var ignored, Value value) -> Optional.of(value);
      case Expr.Text text -> text.literal().map(Value::text);
      case Expr ignored -> Optional.empty();
    };
  }

  /** In an arm of other values, and in those behind one for null, the subject is not null. */
  private Context within(Expr.Match match, Expr.Arm arm, Map<Value, Span> seen, Context context) {
    boolean own =
        arm.patterns().stream().anyMatch(it -> value(it).filter(Value::isNull).isPresent());
    boolean present = !own && (!arm.patterns().isEmpty() || seen.containsKey(Value.Null.NULL));
    return present
        ? typing
            .narrowing()
            .path(match.subject())
            .map(it -> context.and(Set.of(it)))
            .orElse(context)
        : context;
  }

  private void exhaust(Expr.Match match, Type subject, Set<Value> seen) {
    Optional<Set<Value>> all = all(subject);
    Set<Value> left = new LinkedHashSet<>(all.orElse(Set.of()));
    left.removeAll(seen);
    if (all.isPresent() && left.isEmpty()) {
      return;
    }
    String missing =
        left.stream().map(it -> "`" + ValueText.of(it) + "`").collect(Collectors.joining(", "));
    String text =
        all.isPresent()
            ? "there is no arm for " + missing
            : "no list of values covers every `" + TypeText.of(subject) + "`";
    typing.report(
        Diagnostic.at(CheckCodes.MATCH_OPEN, match.subject().span(), text)
            .note("Add an arm, or `else -> …` for what is left."));
  }

  /** Every value of a type; empty where there are too many to tell. */
  private static Optional<Set<Value>> all(Type type) {
    return switch (type) {
      case Type.Literal(Value value, var ignored) -> Optional.of(Set.of(value));
      case Type.Scalar(ScalarKind kind, var ignored) when kind == ScalarKind.BOOL ->
          Optional.of(Set.of(Value.of(true), Value.of(false)));
      case Type.Union(List<Type> members) -> {
        Optional<Set<Value>> all = Optional.of(new LinkedHashSet<>());
        for (Type member : members) {
          Optional<Set<Value>> more = all(member);
          all = all.flatMap(known -> more.map(it -> joined(known, it)));
        }
        yield all;
      }
      case Type.Maybe(Type inner) -> all(inner).map(it -> joined(it, Set.of(Value.Null.NULL)));
      case Type.Null ignored -> Optional.of(Set.of(Value.Null.NULL));
      case Type.Refined refined -> all(refined.base());
      case Type ignored -> Optional.empty();
    };
  }

  private static Set<Value> joined(Set<Value> known, Set<Value> more) {
    Set<Value> all = new LinkedHashSet<>(known);
    all.addAll(more);
    return all;
  }
}
