package dev.dvl.compiler.resolve;

import dev.dvl.compiler.eval.Signatures;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.ComprehensionHead;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Name;
import dev.dvl.compiler.syntax.ObjectKey;
import dev.dvl.compiler.syntax.Subexpressions;
import dev.dvl.compiler.syntax.Where;
import org.jspecify.annotations.Nullable;

/** Links names and calls in expressions. */
final class ExprUses {
  private final Module module;
  private final UnknownNames unknown;

  ExprUses(Module module) {
    this.module = module;
    this.unknown = new UnknownNames(module);
  }

  /**
   * What an expression belongs to.
   *
   * @param owner the let, function or type that it is part of
   * @param body the resource in whose body it stands
   */
  record Around(Scope scope, @Nullable Symbol owner, Symbol.@Nullable Resource body) {
    Around within(Scope inner) {
      return new Around(inner, owner, body);
    }
  }

  void resolve(Expr expr, Around around) {
    switch (expr) {
      case Expr.NameRef name -> name(name, around);
      case Expr.Call call -> call(call, around);
      case Expr.ListFor loop -> resolve(loop.element(), around.within(head(loop.head(), around)));
      case Expr.ObjectFor loop -> objectFor(loop, around);
      case Expr.Member member when isOfModule(member, around) -> ofModule(member, around);
      case Expr other -> Subexpressions.of(other).forEach(inner -> resolve(inner, around));
    }
  }

  /** A condition in a scope where {@code it} is the value it is about. */
  void resolve(Where where, Around around) {
    Scope inner = around.scope().inner();
    inner.declare(module.declared().it(where));
    resolve(where.condition(), around.within(inner));
    where.message().ifPresent(message -> resolve(message, around.within(inner)));
  }

  /** A default inside a type: types depend on no value of the program. */
  void alone(Expr expr) {
    resolve(expr, new Around(Scope.module(), null, null));
  }

  /** A condition inside a type: it sees only {@code it}. */
  void alone(Where where) {
    resolve(where, new Around(Scope.module(), null, null));
  }

  private void name(Expr.NameRef name, Around around) {
    Answer answer =
        around
            .scope()
            .find(name.name())
            .map(it -> (Answer) new Answer.Found(it))
            .orElseGet(() -> module.imports().find(Space.VALUE, name.name()));
    switch (answer) {
      case Answer.Found(Symbol symbol) when module.ambiguous().contains(symbol) -> {
        // which one is meant is anybody's guess, and told where they are declared
      }
      case Answer.Found(Symbol symbol) -> {
        module.uses().put(name, symbol);
        need(around, symbol, name.span());
      }
      case Answer.Unknown ignored -> unknown.value(name, around);
      case Answer.Told ignored -> {}
    }
  }

  private void need(Around around, Symbol symbol, Span span) {
    if (around.owner() != null) {
      module.needs().add(around.owner(), symbol, span);
    }
  }

  private boolean isOfModule(Expr.Member member, Around around) {
    return member.target() instanceof Expr.NameRef name
        && module.imports().isNamespace(name.name())
        && around.scope().find(name.name()).isEmpty();
  }

  private void ofModule(Expr.Member member, Around around) {
    Expr.NameRef target = (Expr.NameRef) member.target();
    Name namespace = new Name(target.span(), target.name());
    Answer answer = module.imports().find(Space.VALUE, namespace, member.name());
    if (answer instanceof Answer.Found(Symbol symbol)) {
      module.uses().put(member, symbol);
      need(around, symbol, member.span());
    }
  }

  private void call(Expr.Call call, Around around) {
    call.arguments().forEach(argument -> resolve(argument.value(), around));
    switch (module.find(Space.FUNCTION, call.function())) {
      case Answer.Found(Symbol symbol) when module.ambiguous().contains(symbol) -> {}
      case Answer.Found(Symbol symbol) -> {
        module.uses().put(call, new Callee.Own((Symbol.Fn) symbol));
        need(around, symbol, call.function().span());
      }
      case Answer.Unknown ignored ->
          Signatures.find(call.function().text())
              .ifPresentOrElse(
                  standard -> module.uses().put(call, new Callee.Standard(standard)),
                  () -> unknown.function(call));
      case Answer.Told ignored -> {}
    }
  }

  private void objectFor(Expr.ObjectFor loop, Around around) {
    Around inside = around.within(head(loop.head(), around));
    if (loop.key() instanceof ObjectKey.Computed(var ignored, Expr key)) {
      resolve(key, inside);
    } else if (loop.key() instanceof ObjectKey.Quoted(var ignored, Expr.Text key)) {
      resolve(key, inside);
    }
    resolve(loop.value(), inside);
  }

  /** Links a head, and gives the scope that its variables open. */
  private Scope head(ComprehensionHead head, Around around) {
    resolve(head.source(), around);
    Scope inner = around.scope().inner();
    Registry registry = new Registry(module);
    module.declared().variables(head).forEach(it -> registry.add(it, inner));
    registry.reportHidden();
    head.condition().ifPresent(condition -> resolve(condition, around.within(inner)));
    return inner;
  }
}
