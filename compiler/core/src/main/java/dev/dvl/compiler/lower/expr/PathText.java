package dev.dvl.compiler.lower.expr;

import dev.dvl.compiler.syntax.Expr;

/** The text of an expression that is a name or a path, for messages; {@code this} for any other. */
public final class PathText {
  public static final String OTHER = "this";

  private PathText() {}

  public static String of(Expr expr) {
    return switch (expr) {
      case Expr.NameRef(var ignored, String name) -> name;
      case Expr.Member member -> of(member.target()) + "." + member.name().text();
      case Expr.Index index -> of(index.target()) + "[…]";
      case Expr ignored -> OTHER;
    };
  }
}
