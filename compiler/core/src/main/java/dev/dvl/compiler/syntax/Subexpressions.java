package dev.dvl.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The expressions directly inside an expression, in the order of the text. */
public final class Subexpressions {
  private Subexpressions() {}

  public static List<Expr> of(Expr expr) {
    return switch (expr) {
      case Expr.NameRef _, Expr.Constant _, Expr.Broken _ -> List.of();
      case Expr.Text text -> holes(text.parts());
      case Expr.ListLiteral list -> list.elements();
      case Expr.ListFor loop -> join(of(loop.head()), List.of(loop.element()));
      case Expr.ObjectLiteral object -> ofEntries(object.entries());
      case Expr.ObjectFor loop ->
          join(join(of(loop.head()), of(loop.key())), List.of(loop.value()));
      case Expr.Member member -> List.of(member.target());
      case Expr.Index index -> List.of(index.target(), index.index());
      case Expr.Splat splat -> List.of(splat.target());
      case Expr.Call call -> ofArguments(call.arguments());
      case Expr.Unary unary -> List.of(unary.operand());
      case Expr.Binary binary -> List.of(binary.left(), binary.right());
      case Expr.Conditional choice ->
          List.of(choice.condition(), choice.then(), choice.otherwise());
      case Expr.Match match -> ofMatch(match);
      case Expr.Parens parens -> List.of(parens.inner());
    };
  }

  /** Whether {@code wanted} holds of the expression or of any inside it. */
  public static boolean any(Expr expr, Predicate<Expr> wanted) {
    if (wanted.test(expr)) {
      return true;
    }
    for (Expr inner : of(expr)) {
      if (any(inner, wanted)) {
        return true;
      }
    }
    return false;
  }

  private static List<Expr> holes(List<Expr.Part> parts) {
    List<Expr> found = new ArrayList<>(parts.size());
    for (Expr.Part part : parts) {
      if (part instanceof Expr.Part.Hole hole) {
        found.add(hole.expr());
      }
    }
    return found;
  }

  private static List<Expr> ofEntries(List<Expr.Entry> entries) {
    List<Expr> found = new ArrayList<>(entries.size());
    for (Expr.Entry entry : entries) {
      if (!(entry.key() instanceof ObjectKey.Word)) {
        found.addAll(of(entry.key()));
      }
      found.add(entry.value());
    }
    return found;
  }

  private static List<Expr> ofArguments(List<Expr.Argument> arguments) {
    List<Expr> found = new ArrayList<>(arguments.size());
    for (Expr.Argument argument : arguments) {
      found.add(argument.value());
    }
    return found;
  }

  private static List<Expr> of(ComprehensionHead head) {
    return join(List.of(head.source()), head.condition().map(List::of).orElse(List.of()));
  }

  private static List<Expr> of(ObjectKey key) {
    return switch (key) {
      case ObjectKey.Word ignored -> List.of();
      case ObjectKey.Quoted(var ignored, Expr.Text text) -> List.of(text);
      case ObjectKey.Computed(var ignored, Expr inner) -> List.of(inner);
    };
  }

  private static List<Expr> ofMatch(Expr.Match match) {
    List<Expr> found = new ArrayList<>(List.of(match.subject()));
    for (Expr.Arm arm : match.arms()) {
      found.addAll(arm.patterns());
      found.add(arm.value());
    }
    return found;
  }

  private static List<Expr> join(List<Expr> left, List<Expr> right) {
    List<Expr> both = new ArrayList<>(left);
    both.addAll(right);
    return both;
  }
}
