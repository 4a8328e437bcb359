package dev.dvl.compiler.lower.unfold;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.lower.convert.Conditions;
import dev.dvl.compiler.lower.convert.Conversion;
import dev.dvl.compiler.lower.convert.ShownValue;
import dev.dvl.compiler.lower.expr.Expressions;
import dev.dvl.compiler.lower.expr.Scope;
import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.lower.run.LowerCodes;
import dev.dvl.compiler.lower.run.Run;
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
final class GivenParameter {
  private final Run run;
  private final Expressions expressions;
  private final Conversion conversion;
  private final Frame frame;

  GivenParameter(UnfoldedModule module, Frame frame) {
    this.run = module.run();
    this.expressions = module.expressions();
    this.conversion = module.conversion();
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
    Value value = expressions.value(written, frame.around());
    boolean undecided =
        value instanceof Value.Deferred && run.types().of(written) instanceof Type.Maybe;
    return undecided && param.item().value().isPresent()
        ? expressions.apply("??", List.of(value, usual(param)), written.span())
        : value;
  }

  private Value usual(Symbol.Param param) throws Failure {
    Optional<Expr> usual = param.item().value();
    return usual.isPresent() ? expressions.value(usual.get(), frame.scope()) : Value.Null.NULL;
  }

  private Value held(Symbol.Param param, Value value, Span span) throws Failure {
    Optional<Where> where = param.item().where();
    if (where.isEmpty() || value.isNull()) {
      return value;
    }
    Type type = run.types().of(param);
    Scope scope = frame.scope().with(run.names().it(where.get()), value);
    Value holds = holds(where.get(), type, scope, span);
    if (holds.equals(Value.of(true))) {
      return value;
    }
    Value said = said(param, where.get(), scope);
    if (holds instanceof Value.Deferred(Term open)) {
      String title = "the condition of `" + param.name() + "` of `" + frame.address() + "`";
      conversion.conditions().leave(title, open, value, said, span);
      return value;
    }
    throw new Failure(
        Diagnostic.at(LowerCodes.FORBIDDEN, span, Conditions.said(said))
            .label(where.get().condition().span(), "the condition of `" + param.name() + "`")
            .note(ShownValue.sentence(value, type)));
  }

  /** Why there is no result may tell what the value is. */
  private Value holds(Where where, Type type, Scope scope, Span span) throws Failure {
    try {
      return expressions.value(where.condition(), scope);
    } catch (Failure e) {
      throw ShownValue.isSecret(type) && e.diagnostic().isPresent() ? Conditions.hidden(span) : e;
    }
  }

  /** The message of the condition; one that is made of a secret value is not given. */
  private Value said(Symbol.Param param, Where where, Scope scope) throws Failure {
    Optional<Expr> message = where.message().filter(it -> !ShownValue.isSecret(run.types().of(it)));
    return message.isPresent()
        ? expressions.value(message.get(), scope)
        : Value.text("`" + param.name() + "` of `" + frame.address() + "` is not allowed");
  }
}
