package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.change.Takeover;
import dev.dvl.engine.diff.Difference;
import dev.dvl.engine.diff.FieldDifference;
import dev.dvl.engine.diff.KindRule;
import dev.dvl.engine.diff.Known;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.plan.identity.Matched;
import dev.dvl.engine.plan.input.PlanRequest;
import dev.dvl.engine.plan.reading.PlatformName;
import dev.dvl.engine.provider.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A resource that is judged: what it is to be, and how it differs from an object.
 *
 * @param outputs of other resources; remembers which of those that were read may come out otherwise
 * @param wanted values, with those that only the outside world tells
 * @param awaited its states that others come after
 */
record Subject(
    Fates fates,
    Instance instance,
    LiveOutputs outputs,
    SortedMap<String, Value> wanted,
    Set<String> awaited) {

  static Subject of(Fates fates, Instance instance, Set<String> awaited) {
    Map<String, Value> resolved = fates.matched().seen().resolved(instance.address());
    return new Subject(
        fates,
        instance,
        new LiveOutputs(fates),
        ResolvedValues.into(instance.values(), resolved),
        awaited);
  }

  /** The same with other values. */
  Subject wanting(SortedMap<String, Value> values) {
    return new Subject(fates, instance, outputs, values, awaited);
  }

  Matched matched() {
    return fates.matched();
  }

  PlanRequest request() {
    return matched().request();
  }

  Address address() {
    return instance.address();
  }

  KindSchema kind() {
    return matched().selected().kind(instance);
  }

  Address host() {
    return matched().selected().host(address());
  }

  Provider provider() {
    return request().provider(host());
  }

  /** How the resource comes by an object that was not made for it. */
  Optional<Takeover> taken() {
    return Optional.ofNullable(matched().taken().get(address()));
  }

  KindRule rule(Live live) {
    Live beside = provider().beside(wanted, live);
    return KindRule.over(request().evaluator(), kind(), wanted, facts(), beside, used());
  }

  /** Under which ids and names the objects that it uses are found when the plan is applied. */
  private Set<String> used() {
    Set<String> used = new TreeSet<>();
    wanted.values().stream()
        .flatMap(Value::references)
        .map(Value.Ref::address)
        .forEach(
            address -> {
              fates.object(address).ifPresent(it -> used.addAll(List.of(it.id(), it.name())));
              plannedName(address).ifPresent(used::add);
            });
    return used;
  }

  private Optional<String> plannedName(Address address) {
    Instance planned = matched().selected().instances().get(address);
    return planned == null
        ? Optional.empty()
        : PlatformName.of(matched().selected().kind(planned), planned);
  }

  List<FieldDifference> differences(Live live, KindRule rule) {
    List<FieldDifference> differences =
        new ArrayList<>(
            Difference.of(
                kind(),
                provider().canonical(kind().name(), wanted),
                provider().beside(wanted, live),
                known(),
                request().fingerprints(),
                new PlannedTargets(fates),
                rule));
    new ReplaceWhen(this).difference(live).ifPresent(differences::add);
    return differences;
  }

  /** What dvl has left to do to an object that is a host to others. */
  List<String> left(Live live) {
    boolean isHost = matched().seen().views().containsKey(address());
    return isHost ? provider().left(live) : List.of();
  }

  /** What is to be sent, under a birth record that says {@code op}. */
  Desired desired(String op) {
    BirthRecords births = new BirthRecords(request().inputs().stack(), request().fingerprints());
    return new Desired(instance, openValues(), births.of(instance, kind(), wanted, op), awaited);
  }

  /** An update for which nothing differs, at a price and for a reason of its own. */
  Decision updated(Live live, Impact price, String why) {
    String id = request().inputs().ids().get();
    return new Decision(
        id,
        new Change(
            address(),
            kind(),
            Action.UPDATE,
            host(),
            Optional.of(Masked.of(kind(), live)),
            Optional.of(desired(id)),
            List.of(),
            price,
            List.of(why)));
  }

  /**
   * With what is known of other resources, and without secrets. What this plan may change of them
   * is left to the apply, which knows it when it is sent.
   */
  SortedMap<String, Value> openValues() {
    Known steady =
        new Known(request().evaluator(), new SteadyOutputs(fates)::read, request().secrets());
    SortedMap<String, Value> open = new TreeMap<>();
    wanted.forEach((name, value) -> open.put(name, steady.open(value)));
    return open;
  }

  Known known() {
    return new Known(request().evaluator(), outputs, request().secrets());
  }

  private Value facts() {
    return matched()
        .seen()
        .readable(host())
        .<Value>map(view -> Value.ObjectOf.of(view.facts().values()))
        .orElseGet(() -> Value.ObjectOf.of(Map.of()));
  }
}
