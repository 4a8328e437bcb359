package dev.dvl.compiler.lower.expr;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.lower.run.LowerCodes;
import dev.dvl.compiler.lower.run.Run;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.ComprehensionHead;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.ObjectKey;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Texts;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** List and object literals, and comprehensions. */
public final class Collections {
  private final Run run;
  private final Expressions expressions;
  private final LoopRounds rounds;

  Collections(Run run, Expressions expressions) {
    this.run = run;
    this.expressions = expressions;
    this.rounds = expressions.rounds();
  }

  Value list(Expr.ListLiteral list, Scope scope) throws Failure {
    List<Value> elements = new ArrayList<>(list.elements().size());
    for (Expr element : list.elements()) {
      elements.add(expressions.value(element, scope));
    }
    return new Value.ListOf(elements);
  }

  Value object(Expr.ObjectLiteral object, Scope scope) throws Failure {
    Map<String, Value> entries = new HashMap<>();
    Map<String, Span> seen = new HashMap<>();
    for (Expr.Entry entry : object.entries()) {
      String key = key(entry.key(), scope);
      once(seen, key, entry.key().span());
      entries.put(key, expressions.value(entry.value(), scope));
    }
    return run.types().of(object) instanceof Type.MapOf
        ? Value.MapOf.of(entries)
        : Value.ObjectOf.of(entries);
  }

  Value listFor(Expr.ListFor list, Scope scope) throws Failure {
    Optional<List<Scope>> all = rounds.of(list.head(), scope);
    if (all.isEmpty()) {
      return rounds.left(list.head(), scope);
    }
    List<Value> elements = new ArrayList<>();
    for (Scope round : all.get()) {
      elements.add(expressions.value(list.element(), round));
    }
    return new Value.ListOf(elements);
  }

  Value objectFor(Expr.ObjectFor object, Scope scope) throws Failure {
    Optional<List<Scope>> all = rounds.of(object.head(), scope);
    if (all.isEmpty()) {
      return rounds.left(object.head(), scope);
    }
    Map<String, Value> entries = new HashMap<>();
    Map<String, Span> seen = new HashMap<>();
    for (Scope round : all.get()) {
      String key = roundKey(object, round);
      once(seen, key, object.key().span());
      entries.put(key, expressions.value(object.value(), round));
    }
    return Value.MapOf.of(entries);
  }

  /** {@code k = v} after {@code for k}: a bare word that is a variable means its value. */
  private String roundKey(Expr.ObjectFor object, Scope round) throws Failure {
    if (object.key() instanceof ObjectKey.Word(var span, String text)) {
      for (var variable : run.names().variables(object.head())) {
        if (variable.name().equals(text)) {
          Value value = round.find(variable).orElseThrow(Failure::told).get();
          return text(value, span);
        }
      }
    }
    return key(object.key(), round);
  }

  private String key(ObjectKey key, Scope scope) throws Failure {
    return switch (key) {
      case ObjectKey.Word(var ignored, String text) -> text;
      case ObjectKey.Quoted(var span, Expr.Text text) ->
          text(expressions.known(text, scope, "a key"), span);
      case ObjectKey.Computed(var span, Expr expr) ->
          text(expressions.known(expr, scope, "a key"), span);
    };
  }

  public static String text(Value key, Span span) throws Failure {
    return switch (key) {
      case Value.Text(String text) -> text;
      case Value.Int(long number) -> Long.toString(number);
      case Value ignored -> throw Failure.at(LowerCodes.NO_RESULT, span, "a key is text");
    };
  }

  private static void once(Map<String, Span> seen, String key, Span span) throws Failure {
    Span first = seen.putIfAbsent(key, span);
    if (first != null) {
      Diagnostic twice =
          Diagnostic.at(
              LowerCodes.ENTRY_TWICE, span, "the key " + Texts.quoted(key) + " is there already");
      throw new Failure(first.equals(span) ? twice : twice.label(first, "first given here"));
    }
  }

  /** The head of a loop, as the rounds that it makes. */
  Optional<List<Scope>> rounds(ComprehensionHead head, Scope scope) throws Failure {
    return rounds.of(head, scope);
  }
}
