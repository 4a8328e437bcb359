package dev.dvl.compiler.check.item;

import dev.dvl.compiler.check.expr.CheckCodes;
import dev.dvl.compiler.check.expr.Context;
import dev.dvl.compiler.check.expr.Typing;
import dev.dvl.compiler.check.fit.Shapes;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.StandardFunctions;
import dev.dvl.compiler.resolve.Callee;
import dev.dvl.compiler.schema.Terms;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Subexpressions;
import dev.dvl.compiler.syntax.TypeNode;
import dev.dvl.compiler.syntax.Where;
import dev.dvl.compiler.type.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks the defaults and conditions inside types. They are kept as terms, because a value that is
 * known only later is held to them then; so a form that no term can say is refused.
 */
final class TypeRules {
  private final Typing typing;

  TypeRules(Typing typing) {
    this.typing = typing;
  }

  void inside(TypeNode node) {
    switch (node) {
      case TypeNode.ObjectType object -> object.fields().forEach(this::field);
      case TypeNode.Named named -> named.arguments().forEach(this::inside);
      case TypeNode.Union union -> union.members().forEach(this::inside);
      case TypeNode.Maybe maybe -> inside(maybe.inner());
      case TypeNode.SecretOf secret -> inside(secret.inner());
      case TypeNode.KnownOf known -> inside(known.inner());
      case TypeNode.Parens parens -> inside(parens.inner());
      case TypeNode.Literal ignored -> {}
      case TypeNode.Broken ignored -> {}
    }
  }

  private void field(TypeNode.Field field) {
    inside(field.type());
    if (field.value().isPresent() || field.where().isPresent()) {
      Type type = typing.written().again(field.type());
      field.value().ifPresent(value -> value(value, type));
      field.where().ifPresent(where -> ofType(where, type));
    }
  }

  private void value(Expr value, Type type) {
    int before = typing.diagnostics().count();
    typing.check(value, type, Context.NONE);
    sayable(before, List.of(value));
  }

  /** The condition of a type or of a field in one. */
  void ofType(Where where, Type it) {
    int before = typing.diagnostics().count();
    where(where, it);
    List<Expr> both = new ArrayList<>(List.of(where.condition()));
    where.message().ifPresent(both::add);
    sayable(before, both);
  }

  /** A condition on values of type {@code it}. */
  void where(Where where, Type it) {
    boolean asked = !(it instanceof Type.Maybe);
    typing.symbols().put(typing.names().it(where), asked ? it : Shapes.present(it));
    typing.condition(where.condition(), Context.NONE);
    where.message().ifPresent(message -> typing.check(message, Declarations.MESSAGE, Context.NONE));
  }

  /** Looks at the form of what is right otherwise: one mistake is told once. */
  private void sayable(int before, List<Expr> exprs) {
    if (typing.diagnostics().count() > before) {
      return;
    }
    for (Expr expr : exprs) {
      List<Terms.Refusal> refusals = Terms.refusals(expr);
      refusals.forEach(refusal -> refuse(refusal.span(), refusal.reason()));
      if (refusals.isEmpty()) {
        calls(expr);
      }
    }
  }

  private void calls(Expr expr) {
    if (expr instanceof Expr.Call call && !isPure(call)) {
      String name = call.function().text();
      refuse(call.function().span(), "a rule cannot call `" + name + "`");
    }
    Subexpressions.of(expr).forEach(this::calls);
  }

  private boolean isPure(Expr.Call call) {
    return typing.names().meaning(call).orElse(null) instanceof Callee.Standard
        && StandardFunctions.ALL.containsKey(call.function().text());
  }

  private void refuse(Span span, String reason) {
    typing.report(
        Diagnostic.at(CheckCodes.RULE_FORM, span, reason)
            .note(
                "Defaults and conditions in types use operators and standard functions that read"
                    + " nothing, because values that are known later are held to them then."));
  }
}
