package dev.dvl.compiler.lower.unfold;

import dev.dvl.compiler.eval.Environment;
import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.eval.StandardFunctions;
import dev.dvl.compiler.lower.expr.Expressions;
import dev.dvl.compiler.lower.expr.LazyValue;
import dev.dvl.compiler.lower.expr.Scope;
import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.lower.run.LowerCodes;
import dev.dvl.compiler.lower.run.Run;
import dev.dvl.compiler.schema.Attribute;
import dev.dvl.compiler.schema.Block;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.syntax.Expr;
import dev.dvl.compiler.syntax.Item;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What attributes and blocks of an instance are: as written, as made, or as sent by default. */
public final class ResourceSettings {
  private final Run run;
  private final Expressions expressions;
  private final MadeNames madeNames;
  private final AdoptedNames adoptedNames;
  private final IdentityHashMap<List<Item>, BodyIndex> indices = new IdentityHashMap<>();
  private final Map<String, List<String>> filled = new HashMap<>();
  private final Blocks blocks;

  ResourceSettings(
      Run run, Expressions expressions, MadeNames madeNames, AdoptedNames adoptedNames) {
    this.run = run;
    this.expressions = expressions;
    this.madeNames = madeNames;
    this.adoptedNames = adoptedNames;
    this.blocks = new Blocks(run, expressions);
  }

  /** An attribute or block; null where it is not set, and nothing is made or sent for it. */
  public Value value(UnfoldedResource slot, String name) throws Failure {
    LazyValue cell = slot.cells().get(name);
    if (cell == null) {
      String shown = "`" + slot.address() + "." + name + "`";
      cell = LazyValue.of(shown, span(slot, name), () -> compute(slot, name));
      slot.cells().put(name, cell);
    }
    return cell.get();
  }

  /** The names of what is written in the body, in order. */
  public List<String> written(UnfoldedResource slot) {
    return index(slot).names();
  }

  /** Where something is written. */
  public Span span(UnfoldedResource slot, String name) {
    return index(slot).span(name).orElse(slot.span());
  }

  public BodyIndex index(UnfoldedResource slot) {
    return index(slot.items());
  }

  public BodyIndex index(List<Item> body) {
    return indices.computeIfAbsent(body, items -> BodyIndex.of(items, run.names()));
  }

  private Value compute(UnfoldedResource slot, String name) throws Failure {
    BodyIndex index = index(slot);
    Optional<Expr> written = index.attribute(name);
    if (written.isPresent()) {
      Value value = expressions.value(written.get(), scope(slot, index));
      return value.isNull() ? unset(slot, name) : value;
    }
    Optional<Block> block = index.block(name);
    return block.isPresent()
        ? blocks.value(block.get(), slot.items(), scope(slot, index))
        : unset(slot, name);
  }

  private Scope scope(UnfoldedResource slot, BodyIndex index) {
    return index.hasLets() ? expressions.lets().inside(slot.items(), slot.scope()) : slot.scope();
  }

  private Value unset(UnfoldedResource slot, String name) throws Failure {
    Optional<Attribute> attribute = slot.kind().attribute(name);
    if (attribute.isEmpty()) {
      return Value.Null.NULL;
    }
    return unset(slot, attribute.get().unset());
  }

  private Value unset(UnfoldedResource slot, Attribute.Default unset) throws Failure {
    return switch (unset) {
      case Attribute.Default.Made ignored -> Value.text(name(slot.address()));
      case Attribute.Default.Sent(Term term) -> reduce(term, environment(slot), slot.span());
      case Attribute.Default.When(Term condition, var then, var otherwise) -> {
        Value holds = reduce(condition, environment(slot), slot.span());
        yield unset(slot, holds.equals(Value.of(true)) ? then : otherwise);
      }
      case Attribute.Default.Engine _, Attribute.Default.Image _, Attribute.Default.Unmanaged _ ->
          Value.Null.NULL;
    };
  }

  /** What is adopted keeps its name. */
  private String name(Address resource) {
    return adoptedNames.of(resource).orElseGet(() -> madeNames.name(resource));
  }

  /** What the block of the host would say that an instance is to others. */
  public Value offered(UnfoldedResource slot, KindSchema.OfferedHost host) throws Failure {
    Environment attributes = environment(slot);
    Environment told =
        new Environment() {
          @Override
          public Optional<Value> variable(String name) {
            return slot.kind().output(name).isPresent()
                ? Optional.of(new Value.Deferred(new Term.Read(slot.address(), Path.of(name))))
                : attributes.variable(name);
          }
        };
    return reduce(host.values(), told, slot.span());
  }

  /** What {@code term} is for an instance: its attributes by name. */
  static Value reduce(Term term, Environment environment, Span span) throws Failure {
    try {
      return StandardFunctions.EVALUATOR.reduce(term, environment);
    } catch (EvaluationProblem e) {
      throw Failure.at(LowerCodes.NO_RESULT, span, e.getMessage());
    }
  }

  Environment environment(UnfoldedResource slot) {
    return new Environment() {
      @Override
      public Optional<Value> variable(String name) {
        boolean known =
            slot.kind().attribute(name).isPresent() || slot.kind().block(name).isPresent();
        try {
          return known ? Optional.of(value(slot, name)) : Optional.empty();
        } catch (Failure e) {
          run.report().report(e);
          return Optional.empty();
        }
      }
    };
  }

  /** The attributes of a kind that may have a value although nobody writes one. */
  public List<String> filled(KindSchema kind) {
    return filled.computeIfAbsent(
        kind.name(),
        it ->
            kind.attributes().stream()
                .filter(attribute -> mayFill(attribute.unset()))
                .map(Attribute::name)
                .toList());
  }

  private static boolean mayFill(Attribute.Default unset) {
    return switch (unset) {
      case Attribute.Default.Made ignored -> true;
      case Attribute.Default.Sent ignored -> true;
      case Attribute.Default.When(Term ignored, var then, var otherwise) ->
          mayFill(then) || mayFill(otherwise);
      case Attribute.Default.Engine _, Attribute.Default.Image _, Attribute.Default.Unmanaged _ ->
          false;
    };
  }
}
