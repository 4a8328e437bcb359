package dev.dvl.compiler.resolve;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Suggestion;
import dev.dvl.compiler.eval.Signatures;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports names that mean nothing, and says what comes near. */
final class UnknownNames {
  /** Each takes a look at every name there is; whoever has this many mistakes starts above. */
  private static final int MOST_SUGGESTIONS = 100;

  private final Module module;
  private int suggestions;

  UnknownNames(Module module) {
    this.module = module;
  }

  void value(Expr.NameRef use, ExprUses.Around around) {
    String name = use.name();
    if (name.isEmpty()) {
      return;
    }
    Diagnostic unknown =
        Diagnostic.at(NameCodes.UNKNOWN_VALUE, use.span(), "nothing here is called `" + name + "`");
    module.report(
        attribute(name, around)
            .or(() -> otherSpace(name))
            .map(unknown::note)
            .orElseGet(() -> similar(unknown, use, around)));
  }

  private Diagnostic similar(Diagnostic unknown, Expr.NameRef use, ExprUses.Around around) {
    return ++suggestions > MOST_SUGGESTIONS
        ? unknown
        : Suggestion.add(unknown, "a value", use.name(), use.span(), around.scope().visible());
  }

  void function(Expr.Call call) {
    Name name = call.function().names().getFirst();
    if (name.isMissing()) {
      return;
    }
    List<String> candidates = new ArrayList<>(Signatures.names());
    candidates.addAll(module.functions().keySet());
    candidates.addAll(module.imports().names(Space.FUNCTION));
    Diagnostic unknown =
        Diagnostic.at(
            NameCodes.UNKNOWN_FUNCTION, name.span(), "no function is called `" + name.text() + "`");
    module.report(Suggestion.add(unknown, "a function", name.text(), name.span(), candidates));
  }

  private static Optional<String> attribute(String name, ExprUses.Around around) {
    Symbol.Resource body = around.body();
    if (body == null || body.kind().flatMap(kind -> kind.attribute(name)).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "Attributes are not in scope in their own block. Name the value with a `let`, or write `"
            + body.name()
            + "."
            + name
            + "`.");
  }

  private Optional<String> otherSpace(String name) {
    if (module.imports().isNamespace(name)) {
      return Optional.of(
          "`" + name + "` is a module; what is in it is written `" + name + ".NAME`.");
    }
    if (module.functions().containsKey(name) || Signatures.find(name).isPresent()) {
      return Optional.of("`" + name + "` is a function; a call has parentheses behind it.");
    }
    if (module.types().containsKey(name)) {
      return Optional.of("`" + name + "` is a type, and stands only where types stand.");
    }
    return module
        .kinds()
        .find(name)
        .map(KindSchema::name)
        .map(kind -> "`" + kind + "` is a kind; a value is named by what it was declared as.");
  }
}
