package dev.dvl.compiler.check.item;

import dev.dvl.compiler.check.expr.CheckCodes;
import dev.dvl.compiler.check.expr.Context;
import dev.dvl.compiler.check.expr.Demands;
import dev.dvl.compiler.check.expr.Functions;
import dev.dvl.compiler.check.expr.Typing;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.TypeNode;
import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.Qualities;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Stage;
import dev.dvl.compiler.type.Type;
import java.util.Optional;

/** Parameters, secrets, types, outputs and checks. */
final class Declarations {
  private static final Type TEXT = new Type.Scalar(ScalarKind.STRING, Qualifiers.SECRET);
  static final Type MESSAGE = new Type.Scalar(ScalarKind.STRING, new Qualifiers(Stage.LATER, true));

  private final Typing typing;
  private final TypeRules rules;

  Declarations(Typing typing) {
    this.typing = typing;
    this.rules = new TypeRules(typing);
  }

  void param(Symbol.Param symbol) {
    Item.Param item = symbol.item();
    Type type = typing.symbols().of(symbol);
    if (symbol.enclosing().isEmpty() && Qualities.of(type).secret()) {
      typing.report(
          Diagnostic.at(CheckCodes.SECRET_PARAM, item.type().span(), "a parameter is not secret")
              .note("Values of parameters show in plans. Declare `secret " + symbol.name() + "`."));
    }
    item.value().ifPresent(value -> typing.check(value, type, Context.NONE));
    rules.inside(item.type());
    item.where().ifPresent(where -> rules.where(where, type));
  }

  void secret(Symbol.Secret symbol) {
    symbol.item().source().ifPresent(this::secretSource);
  }

  private void secretSource(Expr source) {
    typing.check(source, TEXT, Context.NONE.withEnvironment());
    if (source instanceof Expr.Broken || namesVariable(source)) {
      return;
    }
    typing.report(
        Diagnostic.at(CheckCodes.SECRET_SOURCE, source.span(), "this is no variable by its name")
            .note("Behind a secret stands nothing but `env(\"NAME\")`, the name as plain text."));
  }

  /** Read from the text alone: a secret's value is never computed. */
  private static boolean namesVariable(Expr source) {
    return source instanceof Expr.Call call
        && call.function().text().equals("env")
        && call.arguments().size() == 1
        && call.arguments().getFirst().value() instanceof Expr.Text text
        && text.literal().isPresent();
  }

  void type(Symbol.Type symbol) {
    Item.Type item = symbol.item();
    rules.inside(item.type());
    item.where().ifPresent(where -> rules.ofType(where, typing.types().of(item.type())));
  }

  void let(Symbol.Let symbol) {
    symbol.item().type().ifPresent(rules::inside);
  }

  void fn(Symbol.Fn symbol) {
    new Functions(typing).check(symbol);
    symbol.item().params().forEach(param -> rules.inside(param.type()));
    symbol.item().result().ifPresent(rules::inside);
  }

  void output(Item.Output item) {
    if (item.value().isEmpty()) {
      item.type().ifPresent(type -> typing.written().open(type));
      item.type().ifPresent(rules::inside);
      return;
    }
    Expr value = item.value().get();
    Optional<TypeNode> declared = item.type();
    if (declared.isPresent()) {
      Type type = typing.check(value, typing.written().open(declared.get()), Context.NONE);
      rules.inside(declared.get());
      new Demands(typing).noComponent(value, type, "an output");
      return;
    }
    Type type = typing.infer(value, Context.NONE);
    if (new Demands(typing).noComponent(value, type, "an output") && Qualities.of(type).secret()) {
      typing.report(
          typing
              .mismatches()
              .secret(value, "this output shows, and its value is secret")
              .note("Declare its type with `secret`, as in `output x: secret string = …`."));
    }
  }

  void adopt(Item.Adopt item) {
    Type type = typing.check(item.platformName(), MESSAGE, Context.NONE);
    new Demands(typing).knownAndOpen(item.platformName(), type, "the name of an adopted object");
  }

  void check(Item.Check item) {
    if (item.title() instanceof Expr.Text title && title.literal().isEmpty()) {
      typing.infer(title, Context.NONE);
    }
    for (Item entry : item.body().items()) {
      if (entry instanceof Item.Assert(var span, var lead, Expr condition, var message)) {
        typing.condition(condition, Context.NONE);
        Type type = typing.types().of(condition);
        new Demands(typing).open(condition, type, "the operand of an `assert`");
        Context failed = Context.NONE.and(typing.narrowing().whenFalse(condition));
        message.ifPresent(
            it -> new Demands(typing).open(it, typing.check(it, MESSAGE, failed), "a message"));
      }
    }
  }
}
