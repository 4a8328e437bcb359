package dev.dvl.compiler.check.expr;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Subexpressions;
import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.Qualities;
import dev.dvl.compiler.type.Stage;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds what makes an expression later or secret, to show it beside the mistake. */
public final class Causes {
  private static final int FARTHEST = 8;

  private final Typing typing;

  public Causes(Typing typing) {
    this.typing = typing;
  }

  public Diagnostic later(Diagnostic diagnostic, Expr expr) {
    Optional<Expr> cause = find(expr, it -> it.stage() == Stage.LATER, FARTHEST);
    if (cause.isPresent() && cause.get() instanceof Expr.Member member) {
      String name = member.name().text();
      return diagnostic
          .label(member.span(), "`" + name + "` is known only once the resource is there")
          .note("What is known later follows from the text alone, never from what is there now.");
    }
    return diagnostic;
  }

  Diagnostic secret(Diagnostic diagnostic, Expr expr) {
    Optional<Expr> cause = find(expr, Qualifiers::secret, FARTHEST);
    if (cause.isPresent() && !cause.get().equals(expr)) {
      return diagnostic.label(cause.get().span(), "the secret that is used here");
    }
    return diagnostic;
  }

  /** The innermost part of which {@code wanted} holds, through lets. */
  private Optional<Expr> find(Expr expr, Predicate<Qualifiers> wanted, int depth) {
    for (Expr inner : Subexpressions.of(expr)) {
      if (wanted.test(Qualities.of(typing.types().of(inner)))) {
        return find(inner, wanted, depth);
      }
    }
    if (depth > 0
        && expr instanceof Expr.NameRef name
        && typing.names().meaning(name).orElse(null) instanceof Symbol.Let let) {
      return find(let.item().value(), wanted, depth - 1);
    }
    return Optional.of(expr);
  }
}
