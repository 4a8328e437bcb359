package dev.dvl.compiler.check.expr;

import dev.dvl.compiler.resolve.Enclosure;
import dev.dvl.compiler.resolve.Names;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Expr.BinaryOp;
import dev.dvl.compiler.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a condition tells: paths that are not null, and the condition itself by its text, so that a
 * resource under the same condition is known to be there.
 */
public final class Narrowing {
  private final Names names;

  Narrowing(Names names) {
    this.names = names;
  }

  /** The facts where {@code condition} holds. */
  public Set<String> whenTrue(Expr condition) {
    Set<String> facts = new HashSet<>();
    collect(condition, true, facts);
    return facts;
  }

  /** The facts where {@code condition} does not hold. */
  public Set<String> whenFalse(Expr condition) {
    Set<String> facts = new HashSet<>();
    collect(condition, false, facts);
    return facts;
  }

  /** The facts inside the items around a declaration. */
  public Set<String> inside(List<Enclosure> enclosing) {
    Set<String> facts = new HashSet<>();
    for (Enclosure enclosure : enclosing) {
      switch (enclosure) {
        case Enclosure.Inside ignored -> {}
        case Enclosure.Branch(var item, boolean then) -> collect(item.condition(), then, facts);
        case Enclosure.Loop(var item) ->
            item.head().condition().ifPresent(condition -> collect(condition, true, facts));
      }
    }
    return facts;
  }

  /** What must hold for a declaration in these branches to be there. */
  public Set<String> required(List<Enclosure> enclosing) {
    Set<String> facts = new HashSet<>();
    for (Enclosure enclosure : enclosing) {
      if (enclosure instanceof Enclosure.Branch(var item, boolean then)) {
        conditions(item.condition(), then, facts);
      }
    }
    return facts;
  }

  /** The name under which facts know a path such as {@code svc.memory}. */
  public Optional<String> path(Expr expr) {
    return switch (expr) {
      case Expr.NameRef name -> names.meaning(name).map(Narrowing::id);
      case Expr.Member(var ignored, Expr target, var name, var safe) ->
          path(target).map(it -> it + "." + name.text());
      case Expr.Index(var ignored, Expr target, Expr.Constant key, var safe) ->
          path(target).map(it -> it + "[" + key.value() + "]");
      case Expr.Index(var ignored, Expr target, Expr.Text key, var safe) ->
          key.literal().flatMap(text -> path(target).map(it -> it + "[" + text + "]"));
      case Expr.Parens(var ignored, Expr inner) -> path(inner);
      case Expr ignored -> Optional.empty();
    };
  }

  private void collect(Expr condition, boolean holds, Set<String> facts) {
    conditions(condition, holds, facts);
    nonNull(condition, holds, facts);
  }

  private void conditions(Expr condition, boolean holds, Set<String> facts) {
    switch (condition) {
      case Expr.Parens(var ignored, Expr inner) -> conditions(inner, holds, facts);
      case Expr.Unary(var ignored, Expr.UnaryOp op, Expr inner) when op == Expr.UnaryOp.NOT ->
          conditions(inner, !holds, facts);
      case Expr.Binary binary when splits(binary, holds) -> {
        conditions(binary.left(), holds, facts);
        conditions(binary.right(), holds, facts);
      }
      case Expr other -> facts.add((holds ? "if " : "unless ") + text(other.span()));
    }
  }

  private void nonNull(Expr condition, boolean holds, Set<String> facts) {
    switch (condition) {
      case Expr.Parens(var ignored, Expr inner) -> nonNull(inner, holds, facts);
      case Expr.Unary(var ignored, Expr.UnaryOp op, Expr inner) when op == Expr.UnaryOp.NOT ->
          nonNull(inner, !holds, facts);
      case Expr.Binary binary when splits(binary, holds) -> {
        nonNull(binary.left(), holds, facts);
        nonNull(binary.right(), holds, facts);
      }
      case Expr.Binary binary when binary.op() == (holds ? BinaryOp.NOT_EQUAL : BinaryOp.EQUAL) -> {
        comparedToNull(binary).ifPresent(it -> present(it, facts));
      }
      case Expr ignored -> {}
    }
  }

  private static boolean splits(Expr.Binary binary, boolean holds) {
    return binary.op() == (holds ? BinaryOp.AND : BinaryOp.OR);
  }

  private static Optional<Expr> comparedToNull(Expr.Binary binary) {
    if (isNull(binary.right())) {
      return Optional.of(binary.left());
    }
    return isNull(binary.left()) ? Optional.of(binary.right()) : Optional.empty();
  }

  /** What is not null; nor is then what stands before a {@code ?.} in it. */
  private void present(Expr expr, Set<String> facts) {
    path(expr).ifPresent(facts::add);
    switch (expr) {
      case Expr.Parens(var ignored, Expr inner) -> present(inner, facts);
      case Expr.Member member -> present(member.target(), facts);
      case Expr.Index index -> present(index.target(), facts);
      case Expr ignored -> {}
    }
  }

  private static boolean isNull(Expr expr) {
    return expr instanceof Expr.Constant(var ignored, Value value) && value.isNull();
  }

  /** Symbols are told apart by where they are declared. */
  private static String id(Symbol symbol) {
    return symbol.name() + "@" + symbol.span().start();
  }

  private String text(Span span) {
    return names.text(span).replaceAll("\\s+", " ");
  }
}
