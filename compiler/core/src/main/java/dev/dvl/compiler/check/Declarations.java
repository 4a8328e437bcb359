package dev.dvl.compiler.check;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.syntax.TypeNode;
import dev.dvl.compiler.syntax.Where;
import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Stage;
import dev.dvl.compiler.type.Type;
import java.util.Optional;

/** Parameters, secrets, types, outputs and checks. */
final class Declarations {
  private static final Type TEXT = new Type.Scalar(ScalarKind.STRING, Qualifiers.SECRET);
  private static final Type MESSAGE =
      new Type.Scalar(ScalarKind.STRING, new Qualifiers(Stage.LATER, true));

  private final Typing typing;

  Declarations(Typing typing) {
    this.typing = typing;
  }

  void param(Symbol.Param symbol) {
    Item.Param item = symbol.item();
    Type type = typing.symbols().of(symbol);
    if (Qualities.of(type).secret()) {
      typing.report(
          Diagnostic.at(CheckCodes.SECRET_PARAM, item.type().span(), "a parameter is not secret")
              .note("Values of parameters show in plans. Declare `secret " + symbol.name() + "`."));
    }
    item.value().ifPresent(value -> typing.check(value, type, Context.NONE.withEnvironment()));
    inside(item.type());
    item.where().ifPresent(where -> where(where, type));
  }

  void secret(Symbol.Secret symbol) {
    symbol
        .item()
        .source()
        .ifPresent(source -> typing.check(source, TEXT, Context.NONE.withEnvironment()));
  }

  void type(Symbol.Type symbol) {
    Item.Type item = symbol.item();
    inside(item.type());
    item.where().ifPresent(where -> where(where, typing.types().of(item.type())));
  }

  /** Checks the defaults and conditions in a type. */
  private void inside(TypeNode node) {
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
      field.value().ifPresent(value -> typing.check(value, type, Context.NONE));
      field.where().ifPresent(where -> where(where, type));
    }
  }

  private void where(Where where, Type it) {
    boolean asked = !(it instanceof Type.Maybe);
    typing.symbols().put(typing.names().it(where), asked ? it : Shapes.present(it));
    typing.condition(where.condition(), Context.NONE);
    where.message().ifPresent(message -> typing.check(message, MESSAGE, Context.NONE));
  }

  void output(Item.Output item) {
    if (item.value().isEmpty()) {
      item.type().ifPresent(type -> typing.written().open(type));
      return;
    }
    Expr value = item.value().get();
    Optional<TypeNode> declared = item.type();
    if (declared.isPresent()) {
      typing.check(value, typing.written().open(declared.get()), Context.NONE);
      return;
    }
    Type type = typing.infer(value, Context.NONE);
    if (Qualities.of(type).secret()) {
      typing.report(
          typing
              .mismatches()
              .secret(value, "this output shows, and its value is secret")
              .note("Declare its type with `secret`, as in `output x: secret string = …`."));
    }
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
