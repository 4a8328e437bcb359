package dev.dvl.compiler.lower.expr;

import dev.dvl.compiler.resolve.Enclosure;
import dev.dvl.compiler.resolve.Names;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.ObjectKey;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Expressions that mean the same in every scope, and what they have been computed to. */
final class ClosedExpressions {
  private final Names names;
  private final IdentityHashMap<Expr, Boolean> closed = new IdentityHashMap<>();
  private final IdentityHashMap<Expr, LazyValue> cells = new IdentityHashMap<>();

  ClosedExpressions(Names names) {
    this.names = names;
  }

  boolean contains(Expr expr) {
    Boolean known = closed.get(expr);
    if (known == null) {
      known = isClosed(expr);
      closed.put(expr, known);
    }
    return known;
  }

  Optional<LazyValue> cell(Expr expr) {
    return Optional.ofNullable(cells.get(expr));
  }

  void put(Expr expr, LazyValue cell) {
    cells.put(expr, cell);
  }

  private boolean isClosed(Expr expr) {
    return switch (expr) {
      case Expr.Constant ignored -> true;
      case Expr.NameRef name ->
          names.meaning(name).filter(ClosedExpressions::isOfTheModule).isPresent();
      case Expr.Text(var ignored, List<Expr.Part> parts) -> all(parts, this::part);
      case Expr.Parens(var ignored, Expr inner) -> contains(inner);
      case Expr.ListLiteral(var ignored, List<Expr> elements) -> all(elements, this::contains);
      case Expr.ListFor ignored -> false;
      case Expr.ObjectLiteral(var ignored, List<Expr.Entry> entries) ->
          all(entries, entry -> key(entry.key()) && contains(entry.value()));
      case Expr.ObjectFor ignored -> false;
      case Expr.Member member -> names.meaning(member).isPresent() || contains(member.target());
      case Expr.Index index -> contains(index.target()) && contains(index.index());
      case Expr.Splat splat -> contains(splat.target());
      case Expr.Call call -> all(call.arguments(), argument -> contains(argument.value()));
      case Expr.Unary unary -> contains(unary.operand());
      case Expr.Binary binary -> contains(binary.left()) && contains(binary.right());
      case Expr.Conditional(var ignored, Expr condition, Expr then, Expr otherwise) ->
          contains(condition) && contains(then) && contains(otherwise);
      case Expr.Match match ->
          contains(match.subject()) && all(match.arms(), arm -> contains(arm.value()));
      case Expr.Broken ignored -> false;
    };
  }

  private boolean part(Expr.Part part) {
    return switch (part) {
      case Expr.Part.Chars ignored -> true;
      case Expr.Part.Hole(var ignored, Expr hole) -> contains(hole);
    };
  }

  private boolean key(ObjectKey key) {
    return switch (key) {
      case ObjectKey.Word ignored -> true;
      case ObjectKey.Quoted(var ignored, Expr.Text text) -> contains(text);
      case ObjectKey.Computed(var ignored, Expr expr) -> contains(expr);
    };
  }

  private static boolean isOfTheModule(Symbol symbol) {
    return switch (symbol) {
      case Symbol.Param param -> param.enclosing().isEmpty();
      case Symbol.Place ignored -> false;
      case Symbol.Component ignored -> false;
      case Symbol.Secret _, Symbol.Host _, Symbol.Observed _ -> true;
      case Symbol.Placed placed -> Enclosure.component(placed.enclosing()).isEmpty();
      case Symbol.Let let -> let.enclosing().isEmpty();
      case Symbol.Type _, Symbol.Fn _, Symbol.FnParam _, Symbol.Loop _, Symbol.It _ -> false;
    };
  }

  private static <T> boolean all(List<T> list, Predicate<T> holds) {
    for (T element : list) {
      if (!holds.test(element)) {
        return false;
      }
    }
    return true;
  }
}
