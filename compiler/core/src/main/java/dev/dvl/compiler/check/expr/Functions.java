package dev.dvl.compiler.check.expr;

import dev.dvl.compiler.check.fit.Blend;
import dev.dvl.compiler.check.fit.Shapes;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.type.Qualities;
import dev.dvl.compiler.type.Stage;
import dev.dvl.compiler.type.Type;

/** Functions of the program: their parameters and results. */
public final class Functions {
  private final Typing typing;

  public Functions(Typing typing) {
    this.typing = typing;
  }

  /** The type of the body, as far as the function itself makes it secret or later. */
  Type result(Symbol.Fn fn) {
    Item.Fn item = fn.item();
    for (Item.FnParam param : item.params()) {
      typing.symbols().of(typing.names().declared(param));
    }
    if (item.result().isEmpty()) {
      return typing.infer(item.body(), Context.NONE);
    }
    Type declared = typing.written().open(item.result().get());
    Type actual = typing.check(item.body(), declared, Context.NONE);
    return Shapes.isWrong(actual)
        ? Qualities.at(Stage.KNOWN, declared)
        : Blend.of(declared, actual);
  }

  /** What may be given for a parameter: later values too, unless the type says {@code known}. */
  Type parameter(Item.FnParam param) {
    typing.symbols().of(typing.names().declared(param));
    return typing.written().open(param.type());
  }

  public void check(Symbol.Fn fn) {
    typing.symbols().of(fn);
    for (Item.FnParam param : fn.item().params()) {
      param
          .value()
          .ifPresent(value -> typing.check(value, parameter(param), Context.NONE.takingSecrets()));
    }
  }
}
