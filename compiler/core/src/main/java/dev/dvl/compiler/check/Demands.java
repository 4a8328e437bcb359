package dev.dvl.compiler.check;

import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.Stage;
import dev.dvl.compiler.type.Type;

/** What stands in some places must be known when planning, or must not be secret. */
final class Demands {
  private final Typing typing;

  Demands(Typing typing) {
    this.typing = typing;
  }

  /**
   * @param what what the expression is, with its article
   */
  void knownAndOpen(Expr expr, Type type, String what) {
    Qualifiers qualifiers = Qualities.of(type);
    if (qualifiers.secret()) {
      open(expr, type, what);
    } else if (qualifiers.stage() == Stage.LATER) {
      typing.report(typing.mismatches().late(expr, what + " must be known when planning"));
    }
  }

  void open(Expr expr, Type type, String what) {
    if (Qualities.of(type).secret()) {
      typing.report(typing.mismatches().secret(expr, what + " must not be secret"));
    }
  }

  /** Of a source of items, only how many there are and their keys must be known and open. */
  void shape(Expr expr, Type type, String what) {
    Type shape =
        switch (type) {
          case Type.MapOf(Type ignored, Qualifiers of) -> new Type.MapOf(Shapes.NEVER, of);
          case Type.ObjectOf(var name, var ignored, Qualifiers of) ->
              new Type.MapOf(Shapes.NEVER, of);
          case Type other -> other;
        };
    knownAndOpen(expr, shape, what);
  }
}
