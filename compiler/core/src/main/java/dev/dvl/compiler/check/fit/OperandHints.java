package dev.dvl.compiler.check.fit;

import dev.dvl.compiler.syntax.Expr.BinaryOp;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Type;
import java.util.Optional;

/** Says what is likely meant where an operator does not fit its operands. */
public final class OperandHints {
  private OperandHints() {}

  public static Optional<String> of(BinaryOp op, Type left, Type right) {
    Optional<ScalarKind> a = Shapes.kind(left);
    Optional<ScalarKind> b = Shapes.kind(right);
    if (a.isEmpty() || b.isEmpty()) {
      return Optional.empty();
    }
    boolean text = Shapes.isText(a.get()) || Shapes.isText(b.get());
    if (op == BinaryOp.PLUS && text) {
      return Optional.of("Texts are put together in a text: `\"${a}${b}\"`.");
    }
    boolean unit = Shapes.isQuantity(a.get()) != Shapes.isQuantity(b.get());
    if (unit && op != BinaryOp.TIMES && op != BinaryOp.DIVIDE) {
      return Optional.of("A number has no unit of its own. Write one behind it, as in `512MiB`.");
    }
    if (Shapes.isQuantity(a.get()) && Shapes.isQuantity(b.get()) && a.get() != b.get()) {
      return Optional.of(
          "One measures a " + a.get().word() + ", the other a " + b.get().word() + ".");
    }
    return Optional.empty();
  }
}
