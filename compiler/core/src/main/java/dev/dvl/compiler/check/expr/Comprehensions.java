package dev.dvl.compiler.check.expr;

import dev.dvl.compiler.check.fit.Blend;
import dev.dvl.compiler.check.fit.Shapes;
import dev.dvl.compiler.syntax.ComprehensionHead;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.Type;
import java.util.Optional;

/** Lists and maps that are made by a loop. */
final class Comprehensions {
  private final Typing typing;
  private final Objects objects;

  Comprehensions(Typing typing) {
    this.typing = typing;
    this.objects = new Objects(typing);
  }

  Type infer(Expr.ListFor loop, Context context) {
    Qualifiers shape = typing.loops().comprehension(loop.head(), context);
    Type element = typing.infer(loop.element(), inside(loop.head(), context));
    new Demands(typing).choosing(loop, shape, element);
    return new Type.ListOf(element, shape);
  }

  Type check(Expr.ListFor loop, Type wanted, Context context) {
    Optional<Type> collection = Shapes.collection(wanted);
    if (collection.isEmpty()) {
      return typing.fit(loop, infer(loop, context), wanted);
    }
    Qualifiers shape = typing.loops().comprehension(loop.head(), context);
    Type element = Shapes.element(collection.get());
    Type actual = typing.check(loop.element(), element, inside(loop.head(), context));
    new Demands(typing).choosing(loop, shape, actual);
    Type made = Lists.like(collection.get(), Blend.of(element, actual), shape);
    return typing.fit(loop, made, wanted);
  }

  Type infer(Expr.ObjectFor loop, Context context) {
    Qualifiers shape = typing.loops().comprehension(loop.head(), context);
    Context inside = inside(loop.head(), context);
    Qualifiers keys = objects.key(loop.key(), inside);
    return new Type.MapOf(typing.infer(loop.value(), inside), shape.or(keys));
  }

  Type check(Expr.ObjectFor loop, Type wanted, Context context) {
    Optional<Type.MapOf> map = Shapes.map(wanted);
    if (map.isEmpty()) {
      return typing.fit(loop, infer(loop, context), wanted);
    }
    Qualifiers shape = typing.loops().comprehension(loop.head(), context);
    Context inside = inside(loop.head(), context);
    Qualifiers keys = objects.key(loop.key(), inside);
    Type value = map.get().value();
    Type actual = typing.check(loop.value(), Shapes.maybe(value), inside);
    return typing.fit(loop, new Type.MapOf(Blend.of(value, actual), shape.or(keys)), wanted);
  }

  private Context inside(ComprehensionHead head, Context context) {
    return head.condition()
        .map(condition -> context.and(typing.narrowing().whenTrue(condition)))
        .orElse(context);
  }
}
