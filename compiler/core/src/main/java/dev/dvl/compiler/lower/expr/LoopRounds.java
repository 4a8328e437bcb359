package dev.dvl.compiler.lower.expr;

import dev.dvl.compiler.eval.ValueText;
import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.lower.run.LowerCodes;
import dev.dvl.compiler.lower.run.LoweringReport;
import dev.dvl.compiler.lower.run.Run;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.syntax.ComprehensionHead;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** The rounds of a loop: one scope for each element whose condition holds. */
public final class LoopRounds {
  private final Run run;
  private final Expressions expressions;

  LoopRounds(Run run, Expressions expressions) {
    this.run = run;
    this.expressions = expressions;
  }

  /** Empty where the loop hangs on a parameter that is not given. */
  public Optional<List<Scope>> of(ComprehensionHead head, Scope scope) throws Failure {
    Value source = expressions.value(head.source(), scope);
    if (source instanceof Value.Deferred(Term term)) {
      if (LoweringReport.isOpen(term)) {
        return Optional.empty();
      }
      throw Failure.at(
          LowerCodes.NOT_KNOWN,
          head.source().span(),
          "what a loop goes over must be known when planning");
    }
    List<Round> rounds = rounds(source, head);
    run.budget().elements(rounds.size(), head.source().span());
    return kept(rounds, head, scope);
  }

  /** What is left of a comprehension whose source is not known. */
  Value left(ComprehensionHead head, Scope scope) throws Failure {
    return Operators.deferred("for", expressions.value(head.source(), scope));
  }

  private record Round(Value key, Value value) {}

  private Optional<List<Scope>> kept(List<Round> rounds, ComprehensionHead head, Scope outer)
      throws Failure {
    List<Symbol.Loop> variables = run.names().variables(head);
    List<Scope> kept = new ArrayList<>(rounds.size());
    for (Round round : rounds) {
      Scope scope = outer;
      for (Symbol.Loop variable : variables) {
        scope = scope.with(variable, variable.isKey() ? round.key : round.value);
      }
      if (head.condition().isPresent()) {
        Value holds = expressions.value(head.condition().get(), scope);
        if (holds instanceof Value.Deferred(Term term)) {
          return undecided(term, head.condition().get());
        }
        if (holds.equals(Value.of(false))) {
          continue;
        }
      }
      kept.add(scope);
    }
    return Optional.of(kept);
  }

  private Optional<List<Scope>> undecided(Term term, Expr condition) throws Failure {
    if (LoweringReport.isOpen(term)) {
      return Optional.empty();
    }
    throw Failure.at(
        LowerCodes.NOT_KNOWN,
        condition.span(),
        "the condition of a loop must be known when planning");
  }

  private List<Round> rounds(Value source, ComprehensionHead head) throws Failure {
    return switch (source) {
      case Value.ListOf(var elements) -> numbered(elements);
      case Value.SetOf(var elements) -> numbered(elements);
      case Value.MapOf(var entries) -> keyed(entries, head);
      case Value.ObjectOf(var fields) -> keyed(fields, head);
      case Value.Null ignored -> List.of();
      case Value other ->
          throw Failure.at(
              LowerCodes.NO_RESULT,
              head.source().span(),
              "there is nothing to go over in " + ValueText.of(other));
    };
  }

  private static List<Round> numbered(List<Value> elements) {
    List<Round> rounds = new ArrayList<>(elements.size());
    for (Value element : elements) {
      rounds.add(new Round(Value.of(rounds.size()), element));
    }
    return rounds;
  }

  /** By key: those of a declaration with whole numbers as keys ascending, others by code point. */
  private List<Round> keyed(SortedMap<String, Value> entries, ComprehensionHead head) {
    boolean numbers = hasNumbers(run.types().of(head.source()));
    List<Round> rounds = new ArrayList<>(entries.size());
    for (Map.Entry<String, Value> entry : entries.entrySet()) {
      Value key = numbers ? Value.of(Long.parseLong(entry.getKey())) : Value.text(entry.getKey());
      rounds.add(new Round(key, entry.getValue()));
    }
    if (numbers) {
      rounds.sort(Comparator.comparingLong(round -> ((Value.Int) round.key).value()));
    }
    return rounds;
  }

  static boolean hasNumbers(Type type) {
    return type instanceof Type.Keyed keyed
        && !keyed.keys().isEmpty()
        && keyed.keys().getFirst() == ScalarKind.INT;
  }
}
