package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.change.Takeover;
import dev.dvl.engine.diff.Difference;
import dev.dvl.engine.diff.FieldDifference;
import dev.dvl.engine.diff.KindRule;
import dev.dvl.engine.diff.Known;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.plan.identity.Matched;
import dev.dvl.engine.plan.input.PlanRequest;
import dev.dvl.engine.provider.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

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
    return KindRule.over(request().evaluator(), kind(), wanted, facts(), live);
  }

  List<FieldDifference> differences(Live live, KindRule rule) {
    List<FieldDifference> differences =
        new ArrayList<>(
            Difference.of(
                kind(),
                provider().canonical(kind().name(), wanted),
                live,
                known(),
                request().fingerprints(),
                new PlannedTargets(fates),
                rule));
    replaceWhen(live).ifPresent(differences::add);
    return differences;
  }

  /** What is to be sent, under a birth record that says {@code op}. */
  Desired desired(String op) {
    BirthRecords births = new BirthRecords(request().inputs().stack(), request().fingerprints());
    return new Desired(instance, openValues(), births.of(instance, kind(), wanted, op), awaited);
  }

  /** With what is known of other resources, and without secrets. */
  SortedMap<String, Value> openValues() {
    SortedMap<String, Value> open = new TreeMap<>();
    wanted.forEach((name, value) -> open.put(name, known().open(value)));
    return open;
  }

  private Known known() {
    return new Known(request().evaluator(), outputs, request().secrets());
  }

  private Value facts() {
    return matched()
        .seen()
        .readable(host())
        .<Value>map(view -> Value.ObjectOf.of(view.facts().values()))
        .orElse(Value.Null.NULL);
  }

  private Optional<FieldDifference> replaceWhen(Live live) {
    List<Value> asked = instance.common().replaceWhen();
    if (live.stamp().isEmpty() || asked.isEmpty()) {
      return Optional.empty();
    }
    Value wantedList = new Value.ListOf(asked);
    String now = request().fingerprints().of(wantedList);
    boolean same =
        now.equals(live.stamp().get().fingerprints().get(BirthRecords.REPLACE_WHEN.toString()));
    return same ? Optional.empty() : Optional.of(replaceWhen(wantedList));
  }

  private FieldDifference replaceWhen(Value wantedList) {
    return new FieldDifference(
        new Term.Literal(Value.text(HeldData.replacing(kind()).word())),
        wantedList,
        FieldDifference.Field.HIDDEN,
        List.of(
            new FieldDifference.Field(
                BirthRecords.REPLACE_WHEN,
                FieldDifference.Field.HIDDEN,
                known().open(wantedList),
                false)));
  }
}
