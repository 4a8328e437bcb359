package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.eval.Environment;
import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.diff.ValuePart;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.plan.reading.Selected;
import java.util.Optional;
import java.util.Set;

/**
 * Which outputs of planned resources come out of this apply as they are now: those of what stays,
 * and those that change only at a dearer change than the one that is planned.
 *
 * <p>Who joins other resources, such as a container another network, may get new outputs at no cost
 * at all; only those that come with a new object are steady then.
 */
public record SteadyOutputs(Fates fates) {

  boolean holds(Address resource, Path path) {
    return switch (fates.of(resource)) {
      case STAYS -> true;
      case CHANGES ->
          changesOn(resource, path).filter(on -> isBelow(resource, on)).isPresent()
              && !beginsOrEnds(resource, path);
      case MADE, UNDECIDED -> false;
    };
  }

  /** An output that no change of this plan can touch. */
  public Optional<Value> read(Address resource, Path path) {
    return told(resource, path)
        .or(() -> nothing(resource, path))
        .or(() -> ofResource(resource, path));
  }

  /** What is to be in no state in which it tells something: a machine that is to be off. */
  Optional<Value> nothing(Address resource, Path path) {
    return output(resource, path)
        .filter(KindSchema.Output::mayBeNothing)
        .flatMap(output -> requires(resource, output))
        .filter(it -> !mayHold(it, resource))
        .map(never -> Value.Null.NULL);
  }

  private boolean mayHold(Term condition, Address resource) {
    Optional<Instance> instance = fates.matched().selected().instance(resource);
    try {
      return !fates
          .matched()
          .request()
          .evaluator()
          .reduce(condition, new Attributes(instance.orElseThrow()))
          .equals(Value.of(false));
    } catch (EvaluationProblem unclear) {
      return true;
    }
  }

  private record Attributes(Instance instance) implements Environment {
    @Override
    public Optional<Value> variable(String name) {
      return Optional.of(instance.value(name));
    }
  }

  /** An output of a host that this plan leaves as it was read. */
  Optional<Value> told(Address host, Path path) {
    return mayBeOther(host) ? Optional.empty() : fates.matched().seen().told(host, path);
  }

  private boolean mayBeOther(Address host) {
    return fates
        .matched()
        .request()
        .program()
        .host(host)
        .filter(new HostFates(fates)::mustBecomeReady)
        .isPresent();
  }

  private Optional<Value> ofResource(Address resource, Path path) {
    return holds(resource, path) ? now(resource, path) : Optional.empty();
  }

  /**
   * What a live object shows at a path, outputs first. What it may be without from the beginning,
   * and does not tell, it has not; anything else is not known then, and nothing that one does not
   * tell which cannot be read.
   */
  Optional<Value> now(Address resource, Path path) {
    Optional<Live> object = fates.matched().object(resource);
    if (object.isEmpty()) {
      return Optional.empty();
    }
    Value told = object.get().output(path.attribute());
    Value value = ValuePart.of(told.isNull() ? object.get().value(path.attribute()) : told, path);
    boolean known =
        !value.isNull()
            || (object.get().unreadable().isEmpty()
                && output(resource, path).filter(KindSchema.Output::isNothingUntold).isPresent());
    return known ? Optional.of(value) : Optional.empty();
  }

  /** Empty where the path is no output, or the kind does not say on what it changes. */
  Optional<Impact> changesOn(Address resource, Path path) {
    return output(resource, path).flatMap(KindSchema.Output::changesOn);
  }

  private Optional<KindSchema.Output> output(Address resource, Path path) {
    return kind(resource).flatMap(kind -> kind.output(path.attribute()));
  }

  private Optional<KindSchema> kind(Address resource) {
    Selected selected = fates.matched().selected();
    return selected.instance(resource).map(selected::kind);
  }

  /** What must hold for an instance to be in the state in which it tells an output. */
  private Optional<Term> requires(Address resource, KindSchema.Output output) {
    return output
        .since()
        .flatMap(state -> kind(resource).flatMap(kind -> kind.state(state)))
        .flatMap(KindSchema.State::requires);
  }

  /**
   * Whether the change of a resource is one by which it reaches, or leaves, the state in which the
   * output is told: a machine that is switched on gets an address, at no cost.
   */
  private boolean beginsOrEnds(Address resource, Path path) {
    Set<String> changed = fates.outlook(resource).changed();
    return output(resource, path)
        .flatMap(output -> requires(resource, output))
        .filter(
            it -> it.anyLeaf(leaf -> leaf instanceof Term.Var(var name) && changed.contains(name)))
        .isPresent();
  }

  private boolean isBelow(Address resource, Impact changesOn) {
    Outlook planned = fates.outlook(resource);
    return planned.impact().compareTo(changesOn) < 0
        && (changesOn.compareTo(Impact.REPLACE) >= 0 || !planned.joins());
  }
}
