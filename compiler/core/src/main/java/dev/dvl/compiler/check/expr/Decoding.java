package dev.dvl.compiler.check.expr;

import dev.dvl.compiler.check.fit.Shapes;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.Signature;
import dev.dvl.compiler.resolve.Callee;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.type.Qualities;
import dev.dvl.compiler.type.ScalarKind;
import dev.dvl.compiler.type.Stage;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.type.TypeText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Calls that read data out of a text, by the type that is wanted where they stand. The text must be
 * known and public: reading is done when planning, and what it finds wrong is told.
 */
final class Decoding {
  private static final Set<String> FUNCTIONS = Set.of("json_decode", "yaml_decode");

  private final Typing typing;

  Decoding(Typing typing) {
    this.typing = typing;
  }

  boolean isMeant(Expr.Call call) {
    return typing.names().meaning(call).orElse(null) instanceof Callee.Standard(Signature signature)
        && FUNCTIONS.contains(signature.name());
  }

  /** What the call gives, which is what is wanted. */
  Type check(Expr.Call call, Optional<Type> wanted, Context context) {
    CallArguments arguments = new CallArguments(List.of("text"), List.of("text"), false);
    Optional<Expr> text = arguments.match(call, typing).map(given -> given.getFirst().value());
    if (text.isEmpty()) {
      return Shapes.WRONG;
    }
    Type type = typing.check(text.get(), Shapes.scalar(ScalarKind.STRING, Qualities.ANY), context);
    boolean usable =
        !Shapes.isWrong(type)
            && new Demands(typing).knownAndOpen(text.get(), type, "the text to decode");
    return usable ? given(call, wanted) : Shapes.WRONG;
  }

  private Type given(Expr.Call call, Optional<Type> wanted) {
    if (wanted.isEmpty()) {
      typing.report(
          Diagnostic.at(CheckCodes.DECODED, call.span(), "what type this gives is not said here")
              .note("Write it: `let settings: Settings = " + call.function().text() + "(…)`."));
      return Shapes.WRONG;
    }
    if (!Demands.isData(wanted.get())) {
      String text = "no text holds a `" + TypeText.of(wanted.get()) + "`";
      typing.report(Diagnostic.at(CheckCodes.DECODED, call.span(), text));
      return Shapes.WRONG;
    }
    return Qualities.at(Stage.KNOWN, wanted.get());
  }
}
