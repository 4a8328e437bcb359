package dev.dvl.compiler.lower.unfold;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.lower.input.Inputs;
import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.lower.run.LowerCodes;
import dev.dvl.compiler.lower.run.Run;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.Optional;

/** The secrets of the program: each stands as its name, unless it is known not to be set. */
public record Secrets(Run run, Inputs inputs) {

  Value value(Symbol.Secret secret, Span use) throws Failure {
    Optional<String> variable = variable(secret);
    boolean unset = inputs.secrets().filter(it -> !it.isSet(secret.name(), variable)).isPresent();
    if (!unset) {
      return new Value.Deferred(new Term.Secret(secret.name()));
    }
    if (run.types().of(secret) instanceof Type.Maybe) {
      return Value.Null.NULL;
    }
    throw new Failure(
        Diagnostic.at(LowerCodes.SECRET_UNSET, secret.span(), "`" + secret.name() + "` is not set")
            .label(use, "needed here")
            .note(
                "Set the variable "
                    + variable.map(it -> "`" + it + "` or ").orElse("")
                    + "`DVL_SECRET_"
                    + secret.name()
                    + "`, or name the secret in a file given with `--secrets`."));
  }

  /** The variable that {@code env("…")} behind a secret names. */
  public static Optional<String> variable(Symbol.Secret secret) {
    return secret
        .item()
        .source()
        .filter(Expr.Call.class::isInstance)
        .map(source -> ((Expr.Call) source).arguments())
        .filter(arguments -> !arguments.isEmpty())
        .map(arguments -> arguments.getFirst().value())
        .filter(Expr.Text.class::isInstance)
        .flatMap(text -> ((Expr.Text) text).literal());
  }
}
