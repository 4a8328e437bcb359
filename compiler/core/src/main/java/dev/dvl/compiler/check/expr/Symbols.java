package dev.dvl.compiler.check.expr;

import dev.dvl.compiler.check.fit.Blend;
import dev.dvl.compiler.check.fit.Shapes;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.Qualities;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Stage;
import dev.dvl.compiler.type.Type;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The types of what names stand for; each is found when first asked for. */
public final class Symbols {
  private static final Type SECRET = new Type.Scalar(ScalarKind.STRING, Qualifiers.SECRET);

  private final Typing typing;
  private final Set<Symbol> done = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Progress progress;

  Symbols(Typing typing) {
    this.typing = typing;
    this.progress = new Progress(typing);
  }

  public Progress progress() {
    return progress;
  }

  /** The type of a name where it is used: what is known there not to be null is not. */
  Type use(Expr.NameRef name, Context context) {
    Optional<Symbol> symbol = typing.names().meaning(name);
    if (symbol.isEmpty()) {
      return Shapes.WRONG;
    }
    Type type = of(symbol.get());
    if (!(type instanceof Type.Maybe(Type inner))) {
      return type;
    }
    boolean there =
        symbol.get() instanceof Symbol.Placed placed
            && context.facts().containsAll(typing.narrowing().required(placed.enclosing()));
    return there || isNonNull(name, context) ? inner : type;
  }

  /** Whether a path is known not to be null. */
  boolean isNonNull(Expr path, Context context) {
    return !context.facts().isEmpty()
        && typing.narrowing().path(path).filter(context.facts()::contains).isPresent();
  }

  public Type of(Symbol symbol) {
    if (done.contains(symbol)) {
      return typing.types().of(symbol);
    }
    boolean told = symbol instanceof Symbol.Let || symbol instanceof Symbol.Fn;
    if (!progress.enter(symbol, symbol.name(), symbol.span(), told)) {
      return Shapes.WRONG;
    }
    Type type = find(symbol);
    progress.leave();
    put(symbol, type);
    return type;
  }

  /** Says what a symbol's type is, where only its surroundings know it. */
  public void put(Symbol symbol, Type type) {
    done.add(symbol);
    typing.types().put(symbol, type);
  }

  private Type find(Symbol symbol) {
    return switch (symbol) {
      case Symbol.Param param -> typing.components().parameter(param);
      case Symbol.Secret ignored -> SECRET;
      case Symbol.Let let -> let(let);
      case Symbol.Type type -> typing.written().of(type);
      case Symbol.Fn fn -> new Functions(typing).result(fn);
      case Symbol.FnParam(Item.FnParam item) ->
          Qualities.at(Stage.KNOWN, typing.written().open(item.type()));
      case Symbol.Loop loop -> typing.loops().variable(loop);
      case Symbol.It ignored -> Shapes.WRONG;
      case Symbol.Observed observed -> new ObservedTypes(typing).of(observed);
      case Symbol.Host(var ignored, Optional<KindSchema> kind) ->
          kind.map(it -> ref(it.name())).orElse(Shapes.WRONG);
      case Symbol.Component ignored -> Shapes.WRONG;
      case Symbol.Place place -> typing.components().place(place.on());
      case Symbol.Resource resource ->
          resource.kind().map(it -> placed(resource, ref(it.name()))).orElse(Shapes.WRONG);
      case Symbol.Use use -> placed(use, ComponentTypes.type(use.component()));
    };
  }

  private Type let(Symbol.Let let) {
    Context context = Context.NONE.and(typing.narrowing().inside(let.enclosing()));
    Item.Let item = let.item();
    if (item.type().isEmpty()) {
      return typing.infer(item.value(), context);
    }
    Type declared = typing.written().open(item.type().get());
    Type actual = typing.check(item.value(), declared, context);
    return Shapes.isWrong(actual)
        ? Qualities.at(Stage.KNOWN, declared)
        : Blend.of(declared, actual);
  }

  private Type placed(Symbol.Placed placed, Type one) {
    if (placed.isKeyed()) {
      Optional<List<ScalarKind>> keys = new Keys(typing).kinds(placed);
      return keys.map(it -> (Type) new Type.Keyed(one, it)).orElse(Shapes.WRONG);
    }
    boolean conditional = !typing.narrowing().required(placed.enclosing()).isEmpty();
    return conditional ? new Type.Maybe(one) : one;
  }

  private static Type ref(String kind) {
    return new Type.Ref(kind, false, Qualifiers.PLAIN);
  }
}
