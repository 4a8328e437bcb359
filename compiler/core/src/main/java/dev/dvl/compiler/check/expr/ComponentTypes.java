package dev.dvl.compiler.check.expr;

import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.type.Type;

/** What expressions and items ask about components. */
public interface ComponentTypes {

  /** What a use of a component is as a value. */
  static Type type(Symbol.Component component) {
    return new Type.Composite(component.name(), component.span());
  }

  /** Whether what stands in a component is yet to be checked; it is by whoever asks first. */
  boolean enter(Symbol.Component component);

  /** What a component stands on. */
  Type place(Item.On on);

  /** The type of a parameter inside of what it is a parameter of. */
  Type parameter(Symbol.Param param);

  /** The type of a parameter as it is declared: what is later may be given too. */
  Type open(Symbol.Param param);

  /** What may be given for a parameter. Null is as if it were not there. */
  Type wanted(Symbol.Param param);

  /** The type of an output, found when first asked for. */
  Type shown(Item.Output item);

  /** {@code edge.url}: an output of a component. */
  Type read(Expr.Member member, Type.Composite composite);

  /** Reports what a use gives too late for what the component does with it. */
  void late(Symbol.Use use);
}
