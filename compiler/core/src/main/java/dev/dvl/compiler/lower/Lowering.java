package dev.dvl.compiler.lower;

import dev.dvl.compiler.check.Types;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.ir.TestCase;
import dev.dvl.compiler.resolve.Names;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.schema.Kinds;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.type.Qualifiers;
import dev.dvl.compiler.type.Type;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Computes a checked program as far as it is known, and unfolds it into instances.
 *
 * <p>Laws: equal inputs give equal programs; whatever the parameters, there is a program and no
 * exception. With an error among the diagnostics, what it is about is missing in the program.
 */
public final class Lowering {
  private final Session session;

  private Lowering(Session session) {
    this.session = session;
  }

  /**
   * A program, and what had to be left alone because it hangs on a parameter that is not given: by
   * place.
   */
  public record Lowered(Program program, Map<Span, String> unevaluated) {
    public Lowered {
      unevaluated = Map.copyOf(unevaluated);
    }
  }

  public static Outcome<Lowered> lower(Names names, Types types, Kinds kinds, Inputs inputs) {
    Session session = new Session(names, types, kinds, inputs);
    Program program = new Lowering(session).program();
    Diagnostics diagnostics = new Diagnostics();
    diagnostics.reportAll(session.diagnostics());
    return new Outcome<>(new Lowered(program, session.unevaluated()), diagnostics.sorted());
  }

  /** The value of an expression over the program; what it does not need is not computed. */
  public static Outcome<Value> expression(
      Names names, Types types, Kinds kinds, Inputs inputs, Expr expr) {
    Session session = new Session(names, types, kinds, inputs);
    session.budget.enter(expr, "this expression", expr.span());
    Value value = Value.Null.NULL;
    try {
      value = session.expressions.value(expr, Scope.MODULE);
    } catch (Failure failure) {
      session.report(failure);
    }
    Diagnostics diagnostics = new Diagnostics();
    diagnostics.reportAll(session.diagnostics());
    return new Outcome<>(value, diagnostics.sorted());
  }

  /** A program as one part of a test sets it, and the statements of that part. */
  public record LoweredPhase(
      Program program, Map<String, String> secrets, List<TestCase.Step> steps) {
    public LoweredPhase {
      secrets = Map.copyOf(secrets);
      steps = List.copyOf(steps);
    }
  }

  /** The program with the parameters that a part of a test gives. */
  public static Outcome<LoweredPhase> phase(
      Names names, Types types, Kinds kinds, Inputs inputs, TestPhase phase) {
    Session session = new Session(names, types, kinds, inputs, phase.params());
    Program program = new Lowering(session).program();
    TestSteps steps = new TestSteps(session);
    Map<String, String> secrets = steps.secrets(phase.secrets());
    List<TestCase.Step> all = steps.all(phase.items());
    Diagnostics diagnostics = new Diagnostics();
    diagnostics.reportAll(session.diagnostics());
    return new Outcome<>(new LoweredPhase(program, secrets, all), diagnostics.sorted());
  }

  private Program program() {
    new DeclaredTypes(session).all();
    Map<String, Value> parameters = session.parameters.all();
    Instances instances = new Instances(session);
    var hosts = instances.hosts();
    var resources = instances.resources();
    List<Program.Output> outputs = outputs();
    List<Program.Check> checks =
        session.budget.isExhausted() ? List.of() : new Checks(session).all();
    Identities identities = new Identities(session, resources);
    List<Program.Move> moves = identities.moves();
    List<Program.Adoption> adoptions = identities.adoptions();
    List<Program.Forgotten> forgotten = identities.forgotten();
    Map<String, String> files = session.files.hashes();
    if (!session.budget.isExhausted()) {
      new Unnamed(session).all();
    }
    return new Program(
        session.names.module(),
        hosts,
        resources,
        outputs,
        checks,
        parameters,
        session.names.secrets().stream().map(Lowering::secret).toList(),
        files,
        moves,
        adoptions,
        forgotten);
  }

  private List<Program.Output> outputs() {
    List<Program.Output> outputs = new ArrayList<>();
    for (Item.Output item : session.names.contents().outputs()) {
      if (item.value().isPresent()) {
        output(item, item.value().get()).ifPresent(outputs::add);
      }
    }
    return outputs;
  }

  private Optional<Program.Output> output(Item.Output item, Expr expr) {
    Budget.Spender before =
        session.budget.enter(item, "`" + item.name().text() + "`", item.name().span());
    try {
      Value value = session.expressions.value(expr, Scope.MODULE);
      Qualifiers declared =
          item.type().map(session.types::of).map(Type::qualifiers).orElse(Qualifiers.PLAIN);
      boolean secret = declared.secret() || value.anyTerm(Term.Secret.class::isInstance);
      return Optional.of(new Program.Output(item.name().text(), value, secret, item.name().span()));
    } catch (Failure e) {
      session.report(e);
      return Optional.empty();
    } finally {
      session.budget.leave(before);
    }
  }

  private static Program.SecretDeclaration secret(Symbol.Secret secret) {
    return new Program.SecretDeclaration(secret.name(), environment(secret), secret.span());
  }

  /** The variable that {@code env("…")} behind a secret names. */
  static Optional<String> environment(Symbol.Secret secret) {
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
