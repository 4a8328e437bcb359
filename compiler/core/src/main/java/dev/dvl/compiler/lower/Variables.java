package dev.dvl.compiler.lower;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** What names stand for. */
final class Variables {
  private final Session session;
  private final IdentityHashMap<Symbol.Let, Cell> lets = new IdentityHashMap<>();
  private final IdentityHashMap<List<Item>, List<Symbol.Let>> among = new IdentityHashMap<>();

  Variables(Session session) {
    this.session = session;
  }

  Value value(Expr.NameRef name, Scope scope) throws Failure {
    Optional<Symbol> symbol = session.names.meaning(name);
    return value(symbol.orElseThrow(Failure::told), name.span(), scope);
  }

  /** What a symbol stands for where it is named at {@code use}. */
  Value value(Symbol symbol, Span use, Scope scope) throws Failure {
    return switch (symbol) {
      case Symbol.Param param ->
          param.enclosing().isEmpty() ? session.parameters.value(param) : frame(scope).value(param);
      case Symbol.Secret secret -> secret(secret, use);
      case Symbol.Let let -> let(let, scope);
      case Symbol.FnParam _, Symbol.Loop _, Symbol.It _ -> bound(symbol, scope);
      case Symbol.Observed observed -> session.observed.value(observed);
      case Symbol.Host host -> session.unfolding.host(host);
      case Symbol.Placed placed -> session.unfolding(placed, scope).placed(placed, use);
      case Symbol.Place ignored -> frame(scope).place();
      case Symbol.Component _, Symbol.Type _, Symbol.Fn _ -> throw Failure.told();
    };
  }

  /** The value of a {@code let} among the items whose scope this is. */
  Value value(Item.Let item, Scope scope) throws Failure {
    Symbol symbol = session.names.declared(item).orElseThrow(Failure::told);
    return symbol instanceof Symbol.Let let ? let(let, scope) : Value.Null.NULL;
  }

  private static Value bound(Symbol symbol, Scope scope) throws Failure {
    return scope.find(symbol).orElseThrow(Failure::told).get();
  }

  private static Frame frame(Scope scope) throws Failure {
    return scope.frame().orElseThrow(Failure::told);
  }

  private Value let(Symbol.Let let, Scope scope) throws Failure {
    Optional<Cell> inner = scope.find(let);
    if (inner.isPresent()) {
      return inner.get().get();
    }
    return let.enclosing().isEmpty()
        ? lets.computeIfAbsent(let, it -> cell(it, Scope.MODULE)).get()
        : frame(scope).value(let);
  }

  /** The scope that the lets of one body share, whole once all of them are in it. */
  private static final class Body {
    private Scope scope;

    Body(Scope scope) {
      this.scope = scope;
    }
  }

  /** The value of a {@code let} that sees what {@code scope} holds. */
  Cell cell(Symbol.Let let, Scope scope) {
    return cell(let, new Body(scope));
  }

  private Cell cell(Symbol.Let let, Body body) {
    Item.Let item = let.item();
    return Cell.of(
        "`" + let.name() + "`",
        let.span(),
        () -> {
          Budget.Spender before = session.budget.enter(item, "`" + let.name() + "`", let.span());
          try {
            return session.expressions.value(item.value(), body.scope);
          } finally {
            session.budget.leave(before);
          }
        });
  }

  /** The scope inside a body: each {@code let} in it may be named by the others. */
  Scope inside(List<Item> items, Scope outer) {
    List<Symbol.Let> inner = among.computeIfAbsent(items, this::letsAmong);
    if (inner.isEmpty()) {
      return outer;
    }
    Body body = new Body(outer);
    Scope scope = outer;
    for (Symbol.Let let : inner) {
      scope = scope.with(let, cell(let, body));
    }
    body.scope = scope;
    return scope;
  }

  private List<Symbol.Let> letsAmong(List<Item> items) {
    List<Symbol.Let> found = new ArrayList<>();
    for (Item item : items) {
      if (item instanceof Item.Let
          && session.names.declared(item).orElse(null) instanceof Symbol.Let let) {
        found.add(let);
      }
    }
    return found;
  }

  /** A secret stands as its name, unless it is known not to be set. */
  private Value secret(Symbol.Secret secret, Span use) throws Failure {
    Optional<String> variable = Lowering.environment(secret);
    boolean unset =
        session.inputs.secrets().filter(it -> !it.isSet(secret.name(), variable)).isPresent();
    if (!unset) {
      return new Value.Deferred(new Term.Secret(secret.name()));
    }
    if (session.types.of(secret) instanceof Type.Maybe) {
      return Value.Null.NULL;
    }
    throw new Failure(
        Diagnostic.at(LowerCodes.SECRET_UNSET, secret.span(), "`" + secret.name() + "` is not set")
            .label(use, "needed here")
            .note(
                "Set the variable "
                    + variable.map(it -> "`" + it + "` or ").orElse("")
                    + "`DVL_SECRET_"
                    + secret.name()
                    + "`, or name the secret in a file given with `--secrets`."));
  }
}
