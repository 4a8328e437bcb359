package dev.dvl.compiler.lower.unfold;

import dev.dvl.compiler.lower.convert.Conversion;
import dev.dvl.compiler.lower.expr.Expressions;
import dev.dvl.compiler.lower.expr.LazyValue;
import dev.dvl.compiler.lower.expr.Scope;
import dev.dvl.compiler.lower.expr.Surroundings;
import dev.dvl.compiler.lower.input.Inputs;
import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.lower.run.LowerCodes;
import dev.dvl.compiler.lower.run.Run;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.value.Value;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The module, unfolded as far as something has asked for it: what its names stand for, and what it
 * has at addresses.
 */
public final class UnfoldedModule implements Surroundings {
  private final Run run;
  private final Expressions expressions;
  private final Conversion conversion;
  private final DeclarationPaths declarations;
  private final UnfoldedByAddress unfolded;
  private final ResourceSettings settings;
  private final ConditionExplainer explainer;
  private final Parameters parameters;
  private final Secrets secrets;
  private final Unfolding unfolding;
  private final Placing placing;
  private final Scope scope = Scope.of(this);
  private final IdentityHashMap<Symbol.Let, LazyValue> lets = new IdentityHashMap<>();

  /** {@code written}: values of parameters that a test of the program gives. */
  public UnfoldedModule(
      Run run,
      Inputs inputs,
      Expressions expressions,
      Conversion conversion,
      Map<String, Expr> written) {
    this.run = run;
    this.expressions = expressions;
    this.conversion = conversion;
    this.declarations = new DeclarationPaths(run.names());
    this.unfolded = new UnfoldedByAddress(run.budget());
    this.settings =
        new ResourceSettings(
            run,
            expressions,
            new MadeNames(inputs.stack()),
            new AdoptedNames(this, run.names().adoptions()));
    this.explainer = new ConditionExplainer(run, inputs, expressions, unfolded, settings);
    this.parameters = new Parameters(run, inputs, expressions, conversion, explainer, written);
    this.secrets = new Secrets(run, inputs);
    this.unfolding = new Unfolding(this);
    this.placing = new Placing(run, expressions, settings, unfolded, unfolding);
  }

  @Override
  public Scope module() {
    return scope;
  }

  @Override
  public Value value(Symbol declared, Span use) throws Failure {
    return switch (declared) {
      case Symbol.Param param when param.enclosing().isEmpty() -> parameters.value(param, scope);
      case Symbol.Let let when let.enclosing().isEmpty() -> value(let);
      case Symbol.Secret secret -> secrets.value(secret, use);
      case Symbol.Observed observed -> new ObservedValues(run, expressions).value(observed, scope);
      case Symbol.Host host -> unfolding.host(host);
      case Symbol.Placed placed -> unfolding.placed(placed, use);
      case Symbol _ -> throw Failure.told();
    };
  }

  private Value value(Symbol.Let let) throws Failure {
    return lets.computeIfAbsent(let, it -> expressions.lets().value(it, scope)).get();
  }

  @Override
  public Value setting(Value.Ref resource, String name, Span use) throws Failure {
    return settings.value(
        unfolded
            .slot(resource.address())
            .orElseThrow(
                () -> Failure.at(LowerCodes.NO_INSTANCE, use, "there is no " + resource.address())),
        name);
  }

  @Override
  public Value output(Value.Ref component, Item.Output output) throws Failure {
    return unfolded.frame(component.address()).orElseThrow(Failure::told).value(output);
  }

  /** The values of all parameters; what is wrong with one is reported. */
  public Map<String, Value> parameters() {
    return parameters.all(scope);
  }

  public Run run() {
    return run;
  }

  public Expressions expressions() {
    return expressions;
  }

  public Conversion conversion() {
    return conversion;
  }

  DeclarationPaths declarations() {
    return declarations;
  }

  public UnfoldedByAddress unfolded() {
    return unfolded;
  }

  public ResourceSettings settings() {
    return settings;
  }

  public ConditionExplainer explainer() {
    return explainer;
  }

  /** The hosts, and the resources and uses of components that stand in no component. */
  public Unfolding unfolding() {
    return unfolding;
  }

  public Placing placing() {
    return placing;
  }

  /** Everything that has been unfolded of components, in the order in which it was asked for. */
  public List<Frame> frames() {
    return unfolded.frames();
  }
}
