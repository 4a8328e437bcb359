package dev.dvl.compiler.lower.unfold;

import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.lower.run.LowerCodes;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.AddressNode;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.value.AddressPattern;
import dev.dvl.compiler.value.Key;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads addresses as they are written. A key is written out: an address names what stood in an
 * earlier program, so nothing in this one can compute it.
 */
public final class Addresses {
  private Addresses() {}

  public static AddressPattern of(AddressNode node) throws Failure {
    List<AddressPattern.Step> steps = new ArrayList<>();
    for (AddressNode.Step step : node.steps()) {
      List<Optional<Key>> keys = new ArrayList<>();
      for (Optional<Expr> key : step.keys()) {
        keys.add(key.isPresent() ? Optional.of(key(key.get())) : Optional.empty());
      }
      steps.add(new AddressPattern.Step(step.name().text(), keys));
    }
    return new AddressPattern(steps);
  }

  private static Key key(Expr expr) throws Failure {
    return switch (expr) {
      case Expr.Constant(var ignored, Value.Int(long number)) -> Key.of(number);
      case Expr.Unary(
              var ignored,
              Expr.UnaryOp op,
              Expr.Constant(var inner, Value.Int(long number)))
          when op == Expr.UnaryOp.NEGATE ->
          Key.of(-number);
      case Expr.Text text when text.literal().isPresent() -> Key.of(text.literal().get());
      case Expr other -> throw wrong(other.span());
    };
  }

  private static Failure wrong(Span span) {
    return Failure.at(LowerCodes.ADDRESS_KEY, span, "this is no key that is written out")
        .note("A key in an address is a whole number or a plain string; `[*]` stands for any.");
  }
}
