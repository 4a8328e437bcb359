package dev.dvl.compiler.lower.expr;

import dev.dvl.compiler.check.result.Access;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.eval.Structure;
import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.lower.run.LowerCodes;
import dev.dvl.compiler.lower.run.Run;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code a.b}, {@code a[i]} and {@code a[*]}. */
final class Accesses {
  private static final int MOST_KEYS_NAMED = 8;

  private final Run run;
  private final Expressions expressions;

  Accesses(Run run, Expressions expressions) {
    this.run = run;
    this.expressions = expressions;
  }

  Value member(Expr.Member member, Scope scope) throws Failure {
    Optional<Symbol> ofModule = run.names().meaning(member);
    if (ofModule.isPresent()) {
      return scope.module().value(ofModule.get(), member.span());
    }
    return member(expressions.value(member.target(), scope), member, scope.surroundings());
  }

  private Value member(Value target, Expr.Member member, Surroundings around) throws Failure {
    Optional<Access> access = run.types().access(member);
    return switch (target) {
      case Value.Null ignored when member.safe() -> target;
      case Value.Ref ref ->
          ofResource(ref, access.orElseThrow(Failure::told), member.span(), around);
      case Value.ListOf(var elements) -> ofAll(elements, member, around);
      case Value.Deferred ignored -> later(target, member);
      case Value ignored -> field(target, member);
    };
  }

  /** {@code app[*].ip}: of each element. */
  private Value ofAll(List<Value> elements, Expr.Member member, Surroundings around)
      throws Failure {
    List<Value> values = new ArrayList<>(elements.size());
    for (Value element : elements) {
      values.add(member(element, member, around));
    }
    return new Value.ListOf(values);
  }

  private static Value ofResource(Value.Ref ref, Access access, Span span, Surroundings around)
      throws Failure {
    return switch (access) {
      case Access.Told(var output) -> told(ref, output.name());
      case Access.Awaited(var state) -> told(ref, state.name());
      case Access.Setting(var schema) -> around.setting(ref, schema.name(), span);
      case Access.Part(var schema) -> around.setting(ref, schema.name(), span);
      case Access.Shown(var output) -> around.output(ref, output);
      case Access.Field(String name) -> around.setting(ref, name, span);
    };
  }

  private static Value told(Value.Ref ref, String output) {
    return new Value.Deferred(new Term.Read(ref.address(), Path.of(output)));
  }

  private Value later(Value target, Expr.Member member) throws Failure {
    Optional<Access> access = run.types().access(member);
    boolean ofResource =
        access.isPresent()
            && !(access.get() instanceof Access.Field)
            && isPlaced(run.types().of(member.target()));
    if (ofResource) {
      throw Failure.at(
          LowerCodes.NOT_KNOWN,
          member.target().span(),
          "which resource this is must be known when planning");
    }
    String function = member.safe() ? "safe_field" : "field";
    return expressions.apply(
        function, List.of(target, Value.text(member.name().text())), member.span());
  }

  private static boolean isPlaced(Type type) {
    return type instanceof Type.Ref || type instanceof Type.Composite;
  }

  private Value field(Value target, Expr.Member member) throws Failure {
    try {
      return Structure.field(target, member.name().text());
    } catch (EvaluationProblem e) {
      throw Failure.at(LowerCodes.NO_ELEMENT, member.name().span(), e.getMessage());
    }
  }

  Value index(Expr.Index index, Scope scope) throws Failure {
    Value target = expressions.value(index.target(), scope);
    Value at = expressions.value(index.index(), scope);
    if (target instanceof Value.Deferred || at instanceof Value.Deferred) {
      return expressions.apply(
          index.safe() ? "safe_index" : "index", List.of(target, at), index.span());
    }
    Optional<Type.Keyed> keyed = keyed(index.target());
    Value key = keyed.isPresent() ? Value.text(Collections.text(at, index.span())) : at;
    return keyed.isPresent() && !index.safe()
        ? instance(target, key, at, index)
        : element(target, key, index);
  }

  private Optional<Type.Keyed> keyed(Expr target) {
    return switch (run.types().of(target)) {
      case Type.Keyed keyed -> Optional.of(keyed);
      case Type.Maybe(Type.Keyed keyed) -> Optional.of(keyed);
      case Type ignored -> Optional.empty();
    };
  }

  private Value element(Value target, Value key, Expr.Index index) throws Failure {
    try {
      return index.safe() ? Structure.find(target, key) : Structure.index(target, key);
    } catch (EvaluationProblem e) {
      throw Failure.at(LowerCodes.NO_ELEMENT, index.index().span(), e.getMessage());
    }
  }

  /** An instance of a keyed declaration; the complaint names the keys that there are. */
  private Value instance(Value target, Value key, Value shown, Expr.Index index) throws Failure {
    Value found = Value.Null.NULL;
    if (target instanceof Value.MapOf(var entries) && key instanceof Value.Text(String text)) {
      found = entries.getOrDefault(text, Value.Null.NULL);
    }
    if (!found.isNull()) {
      return found;
    }
    String text = PathText.of(index.target());
    throw new Failure(
        Diagnostic.at(
                LowerCodes.NO_INSTANCE,
                index.index().span(),
                "there is no `" + text + "[" + dev.dvl.compiler.eval.ValueText.of(shown) + "]`")
            .note(keys(target, text, shown instanceof Value.Int)));
  }

  private static String keys(Value target, String name, boolean numbers) {
    if (!(target instanceof Value.MapOf(var entries)) || entries.isEmpty()) {
      return "`" + name + "` has no instances.";
    }
    Comparator<String> order =
        numbers ? Comparator.comparingLong(Long::parseLong) : Comparator.naturalOrder();
    String named =
        entries.keySet().stream()
            .sorted(order)
            .limit(MOST_KEYS_NAMED)
            .map(key -> numbers ? key : dev.dvl.compiler.value.Texts.quoted(key))
            .collect(Collectors.joining(", "));
    String more =
        entries.size() > MOST_KEYS_NAMED
            ? " and " + (entries.size() - MOST_KEYS_NAMED) + " more"
            : "";
    return "`" + name + "` has the keys " + named + more + ".";
  }

  Value splat(Expr.Splat splat, Scope scope) throws Failure {
    Value target = expressions.value(splat.target(), scope);
    if (target instanceof Value.MapOf(var entries)
        && LoopRounds.hasNumbers(run.types().of(splat.target()))) {
      return new Value.ListOf(
          entries.entrySet().stream()
              .sorted(Comparator.comparingLong(entry -> Long.parseLong(entry.getKey())))
              .map(java.util.Map.Entry::getValue)
              .toList());
    }
    return target.isNull()
        ? new Value.ListOf(List.of())
        : expressions.apply("splat", List.of(target), splat.span());
  }
}
