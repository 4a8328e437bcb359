package dev.dvl.compiler.lower;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.eval.ValueText;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Where;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.List;
import java.util.Optional;

/** What the use of a component gives for a parameter, held to the parameter's condition. */
final class Given {
  private final Session session;
  private final Frame frame;

  Given(Session session, Frame frame) {
    this.session = session;
    this.frame = frame;
  }

  Value value(Symbol.Param param) throws Failure {
    Optional<Expr> written = frame.index().attribute(param.name());
    Value value = written.isPresent() ? given(param, written.get()) : Value.Null.NULL;
    Span span = written.map(Expr::span).orElse(frame.use().span());
    return held(param, value.isNull() ? usual(param) : value, span);
  }

  /** What may turn out to be null when it is known leaves the default then. */
  private Value given(Symbol.Param param, Expr written) throws Failure {
    Value value = session.expressions.value(written, frame.around());
    boolean undecided =
        value instanceof Value.Deferred && session.types.of(written) instanceof Type.Maybe;
    return undecided && param.item().value().isPresent()
        ? session.expressions.apply("??", List.of(value, usual(param)), written.span())
        : value;
  }

  private Value usual(Symbol.Param param) throws Failure {
    Optional<Expr> usual = param.item().value();
    return usual.isPresent()
        ? session.expressions.value(usual.get(), frame.scope())
        : Value.Null.NULL;
  }

  private Value held(Symbol.Param param, Value value, Span span) throws Failure {
    Optional<Where> where = param.item().where();
    if (where.isEmpty() || value.isNull()) {
      return value;
    }
    Scope scope = frame.scope().with(session.names.it(where.get()), value);
    Value holds = session.expressions.value(where.get().condition(), scope);
    if (holds.equals(Value.of(true))) {
      return value;
    }
    Optional<Expr> message = where.get().message();
    Value said =
        message.isPresent()
            ? session.expressions.value(message.get(), scope)
            : Value.text("`" + param.name() + "` of `" + frame.address() + "` is not allowed");
    if (holds instanceof Value.Deferred(Term open)) {
      session.conversion.conditions().leave(open, said, span);
      return value;
    }
    throw new Failure(
        Diagnostic.at(LowerCodes.FORBIDDEN, span, Conditions.said(said))
            .label(where.get().condition().span(), "the condition of `" + param.name() + "`")
            .note("The value is " + ValueText.of(value) + "."));
  }
}
