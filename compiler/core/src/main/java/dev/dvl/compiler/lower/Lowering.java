package dev.dvl.compiler.lower;

import dev.dvl.compiler.check.result.Types;
import dev.dvl.compiler.diagnostic.Diagnostics;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.ir.TestCase;
import dev.dvl.compiler.lower.convert.Conversion;
import dev.dvl.compiler.lower.expr.Expressions;
import dev.dvl.compiler.lower.expr.FilesRead;
import dev.dvl.compiler.lower.input.Inputs;
import dev.dvl.compiler.lower.program.Checks;
import dev.dvl.compiler.lower.program.DeclaredTypes;
import dev.dvl.compiler.lower.program.Identities;
import dev.dvl.compiler.lower.program.Instances;
import dev.dvl.compiler.lower.program.UnnamedLets;
import dev.dvl.compiler.lower.run.Budget;
import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.lower.run.LoweringReport;
import dev.dvl.compiler.lower.run.Run;
import dev.dvl.compiler.lower.unfold.Secrets;
import dev.dvl.compiler.lower.unfold.UnfoldedModule;
import dev.dvl.compiler.resolve.Names;
import dev.dvl.compiler.resolve.Symbol;
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
  private final Run run;
  private final FilesRead files;
  private final Conversion conversion;
  private final Expressions expressions;
  private final UnfoldedModule module;

  private Lowering(Names names, Types types, Inputs inputs, Map<String, Expr> written) {
    this.run = new Run(names, types, new Budget(inputs.limits()), new LoweringReport());
    this.files = new FilesRead(inputs.files());
    this.conversion = new Conversion(run.report());
    this.expressions = new Expressions(run, conversion, files, inputs.secrets().isPresent());
    this.module = new UnfoldedModule(run, inputs, expressions, conversion, written);
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

  public static Outcome<Lowered> lower(Names names, Types types, Inputs inputs) {
    Lowering lowering = new Lowering(names, types, inputs, Map.of());
    Program program = lowering.program();
    return lowering.outcome(new Lowered(program, lowering.run.report().unevaluated()));
  }

  /** The value of an expression over the program; what it does not need is not computed. */
  public static Outcome<Value> expression(Names names, Types types, Inputs inputs, Expr expr) {
    Lowering lowering = new Lowering(names, types, inputs, Map.of());
    return lowering.outcome(lowering.value(expr));
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
      Names names, Types types, Inputs inputs, TestPhase phase) {
    Lowering lowering = new Lowering(names, types, inputs, phase.params());
    Program program = lowering.program();
    TestSteps steps = new TestSteps(lowering.module);
    Map<String, String> secrets = steps.secrets(phase.secrets());
    return lowering.outcome(new LoweredPhase(program, secrets, steps.all(phase.items())));
  }

  private <T> Outcome<T> outcome(T value) {
    Diagnostics diagnostics = new Diagnostics();
    diagnostics.reportAll(run.report().diagnostics());
    return new Outcome<>(value, diagnostics.sorted());
  }

  private Value value(Expr expr) {
    run.budget().enter(expr, "this expression", expr.span());
    try {
      return expressions.value(expr, module.module());
    } catch (Failure failure) {
      run.report().report(failure);
      return Value.Null.NULL;
    }
  }

  private Program program() {
    new DeclaredTypes(run, conversion).all();
    Map<String, Value> parameters = module.parameters();
    Instances instances = new Instances(module);
    var resources = instances.resources();
    var hosts = instances.hosts(resources);
    List<Program.Output> outputs = outputs();
    List<Program.Check> checks = run.budget().isExhausted() ? List.of() : new Checks(module).all();
    Identities identities = new Identities(module, resources);
    List<Program.Move> moves = identities.moves();
    List<Program.Adoption> adoptions = identities.adoptions();
    List<Program.Forgotten> forgotten = identities.forgotten();
    Map<String, String> hashes = files.hashes();
    if (!run.budget().isExhausted()) {
      new UnnamedLets(module).all();
    }
    return new Program(
        run.names().module(),
        hosts,
        resources,
        outputs,
        checks,
        parameters,
        run.names().secrets().stream().map(Lowering::secret).toList(),
        hashes,
        moves,
        adoptions,
        forgotten);
  }

  private List<Program.Output> outputs() {
    List<Program.Output> outputs = new ArrayList<>();
    for (Item.Output item : run.names().contents().outputs()) {
      if (item.value().isPresent()) {
        output(item, item.value().get()).ifPresent(outputs::add);
      }
    }
    return outputs;
  }

  private Optional<Program.Output> output(Item.Output item, Expr expr) {
    Budget.Spender before =
        run.budget().enter(item, "`" + item.name().text() + "`", item.name().span());
    try {
      Value value = expressions.value(expr, module.module());
      Qualifiers declared =
          item.type().map(run.types()::of).map(Type::qualifiers).orElse(Qualifiers.PLAIN);
      boolean secret = declared.secret() || value.anyTerm(Term.Secret.class::isInstance);
      return Optional.of(new Program.Output(item.name().text(), value, secret, item.name().span()));
    } catch (Failure e) {
      run.report().report(e);
      return Optional.empty();
    } finally {
      run.budget().leave(before);
    }
  }

  private static Program.SecretDeclaration secret(Symbol.Secret secret) {
    return new Program.SecretDeclaration(secret.name(), Secrets.variable(secret), secret.span());
  }
}
