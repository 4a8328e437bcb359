package dev.dvl.compiler.check.expr;

import dev.dvl.compiler.check.fit.Shapes;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Subexpressions;
import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.Qualities;
import dev.dvl.compiler.type.Stage;
import dev.dvl.compiler.type.Type;
import java.util.Optional;

/** What stands in some places must be known when planning, or must not be secret. */
public final class Demands {
  private final Typing typing;

  public Demands(Typing typing) {
    this.typing = typing;
  }

  /**
   * Whether an expression is known and open; reports it where it is not.
   *
   * @param what what the expression is, with its article
   */
  public boolean knownAndOpen(Expr expr, Type type, String what) {
    return knownAndOpen(expr, Qualities.of(type), what);
  }

  private boolean knownAndOpen(Expr expr, Qualifiers qualifiers, String what) {
    if (qualifiers.secret()) {
      typing.report(typing.mismatches().secret(expr, what + " must not be secret"));
      return false;
    }
    if (qualifiers.stage() == Stage.LATER) {
      typing.report(typing.mismatches().late(expr, what + " must be known when planning"));
      return false;
    }
    return parametersKnown(expr, what);
  }

  /** In a function, a parameter may be later unless its type says that it is known. */
  private boolean parametersKnown(Expr expr, String what) {
    Optional<Symbol.FnParam> open = openParameter(expr);
    open.ifPresent(
        param ->
            typing.report(
                Diagnostic.at(CheckCodes.LATER, expr.span(), what + " must be known when planning")
                    .label(param.span(), "what is given for this may be known later")
                    .note("Write `known` before the type of the parameter.")));
    return open.isEmpty();
  }

  private Optional<Symbol.FnParam> openParameter(Expr expr) {
    if (expr instanceof Expr.NameRef name
        && typing.names().meaning(name).orElse(null) instanceof Symbol.FnParam param
        && Qualities.isLater(typing.written().open(param.item().type()))) {
      return Optional.of(param);
    }
    for (Expr inner : Subexpressions.of(expr)) {
      Optional<Symbol.FnParam> found = openParameter(inner);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** What decides which resource is meant must be known and open. */
  void choosing(Expr by, Qualifiers qualifiers, Type chosen) {
    if (hasResource(chosen)) {
      knownAndOpen(by, qualifiers, "what decides between resources");
    }
  }

  /** Whether values of the type can be written down outside of the program. */
  static boolean isData(Type type) {
    return !hasResource(type) && !Shapes.isWrong(type);
  }

  private static boolean hasResource(Type type) {
    return switch (type) {
      case Type.Ref _, Type.Keyed _, Type.Composite _, Type.StateOf _ -> true;
      case Type.ListOf(Type element, var ignored) -> hasResource(element);
      case Type.SetOf(Type element, var ignored) -> hasResource(element);
      case Type.MapOf(Type value, var ignored) -> hasResource(value);
      case Type.ObjectOf object ->
          object.fields().values().stream().anyMatch(field -> hasResource(field.type()));
      case Type.Union(var members) -> members.stream().anyMatch(Demands::hasResource);
      case Type.Maybe(Type inner) -> hasResource(inner);
      case Type.Refined refined -> hasResource(refined.base());
      case Type.Scalar _, Type.Literal _, Type.Null _, Type.Wrong _ -> false;
    };
  }

  /** Whether no component stands where a value is wanted; reports it where one does. */
  public boolean noComponent(Expr expr, Type type, String what) {
    if (!isComponent(type)) {
      return true;
    }
    typing.report(
        Diagnostic.at(CheckCodes.COMPONENT_VALUE, expr.span(), what + " must be a value")
            .note("A component is none, but its outputs are: read one of them."));
    return false;
  }

  private static boolean isComponent(Type type) {
    return switch (type) {
      case Type.Composite ignored -> true;
      case Type.Keyed keyed -> isComponent(keyed.element());
      case Type.Maybe(Type inner) -> isComponent(inner);
      case Type.ListOf(Type element, var ignored) -> isComponent(element);
      case Type.SetOf(Type element, var ignored) -> isComponent(element);
      case Type.MapOf(Type value, var ignored) -> isComponent(value);
      case Type.ObjectOf object ->
          object.fields().values().stream().anyMatch(field -> isComponent(field.type()));
      case Type.Union(var members) -> members.stream().anyMatch(Demands::isComponent);
      case Type ignored -> false;
    };
  }

  public void open(Expr expr, Type type, String what) {
    if (Qualities.of(type).secret()) {
      typing.report(typing.mismatches().secret(expr, what + " must not be secret"));
    }
  }

  /** Of a source of items, only how many there are and their keys must be known and open. */
  boolean shape(Expr expr, Type type, String what) {
    Type shape =
        switch (type) {
          case Type.MapOf(Type ignored, Qualifiers of) -> new Type.MapOf(Shapes.NEVER, of);
          case Type.ObjectOf(var name, var ignored, Qualifiers of) ->
              new Type.MapOf(Shapes.NEVER, of);
          case Type other -> other;
        };
    return knownAndOpen(expr, shape, what);
  }
}
