package dev.dvl.compiler.check.expr;

import dev.dvl.compiler.check.fit.Shapes;
import dev.dvl.compiler.diagnostic.Article;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.type.TypeText;
import java.util.List;
import java.util.Optional;

/** Keys of resources and labels of blocks: whole numbers or texts, known and not secret. */
public final class Keys {
  private final Typing typing;

  public Keys(Typing typing) {
    this.typing = typing;
  }

  /** What the keys of a resource are; empty where one is wrong. Also checks them. */
  Optional<List<ScalarKind>> kinds(Symbol.Placed placed) {
    Context context = Context.NONE.and(typing.narrowing().inside(placed.enclosing()));
    List<Optional<ScalarKind>> kinds =
        placed.item().keys().stream().map(key -> kind(key, context)).toList();
    return kinds.contains(Optional.<ScalarKind>empty())
        ? Optional.empty()
        : Optional.of(kinds.stream().flatMap(Optional::stream).toList());
  }

  /** What a key is; empty where it is wrong. Also checks it. */
  public Optional<ScalarKind> kind(Expr key, Context context) {
    Type type = typing.infer(key, context);
    new Demands(typing).knownAndOpen(key, type, "a key");
    Optional<ScalarKind> kind = Shapes.kind(type);
    if (kind.filter(ScalarKind.INT::equals).isPresent()
        || kind.filter(ScalarKind.PORT::equals).isPresent()) {
      return Optional.of(ScalarKind.INT);
    }
    if (kind.filter(Shapes::isText).isPresent()) {
      return Optional.of(ScalarKind.STRING);
    }
    if (!Shapes.isWrong(type)) {
      typing.report(
          Diagnostic.at(
              CheckCodes.KEY,
              key.span(),
              "a key is an int or a string, not " + Article.quoted(TypeText.of(type))));
    }
    return Optional.empty();
  }
}
