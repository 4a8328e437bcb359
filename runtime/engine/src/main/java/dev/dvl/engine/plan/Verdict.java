package dev.dvl.engine.plan;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.schema.KindSchema;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Term;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.change.FieldChange;
import dev.dvl.engine.change.Takeover;
import dev.dvl.engine.change.ValueText;
import dev.dvl.engine.diff.Difference;
import dev.dvl.engine.diff.FieldDifference;
import dev.dvl.engine.diff.KindRule;
import dev.dvl.engine.diff.Known;
import dev.dvl.engine.diff.LeftAlone;
import dev.dvl.engine.live.Facts;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.plan.Draft.Decided;
import dev.dvl.engine.provider.HostView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Compares one resource with its object, if it has one, and says what is to happen. */
final class Verdict {
  private final Draft draft;
  private final Instance instance;
  private final KindSchema kind;
  private final Address host;
  private final LiveOutputs outputs;
  private final Known known;
  private final SortedMap<String, Value> wanted;

  Verdict(
      Draft draft, Instance instance, KindSchema kind, Address host, Map<String, Value> resolved) {
    this.draft = draft;
    this.instance = instance;
    this.kind = kind;
    this.host = host;
    this.outputs = new LiveOutputs(draft);
    this.known =
        new Known(
            draft.connections.evaluator(), outputs, draft.connections.surroundings().secrets());
    this.wanted = Resolved.into(instance.values(), resolved);
  }

  /** The same with other values. */
  private Verdict(Verdict other, SortedMap<String, Value> wanted) {
    this.draft = other.draft;
    this.instance = other.instance;
    this.kind = other.kind;
    this.host = other.host;
    this.outputs = other.outputs;
    this.known = other.known;
    this.wanted = wanted;
  }

  Decided create() {
    String id = draft.inputs.ids().get();
    return new Decided(
        id,
        new Change(
            instance.address(),
            kind,
            Action.CREATE,
            host,
            Optional.empty(),
            Optional.of(desired(id)),
            SetFields.of(openValues()),
            Impact.NONE,
            List.of()));
  }

  /**
   * The change that makes {@code live} as wanted; empty where it is. An object that has moved keeps
   * a name that dvl made where only a new object could have another.
   */
  Optional<Decided> compare(Live live) {
    MadeName made = new MadeName(kind, instance);
    if (draft.born.containsKey(instance.address()) && made.isKept()) {
      Verdict keeping = new Verdict(this, made.over(wanted, live));
      if (!keeping.replaces(live)) {
        return keeping.compared(live);
      }
    }
    return compared(live);
  }

  private boolean replaces(Live live) {
    KindRule rule = rule(live);
    return differences(live, rule).stream()
        .map(it -> rule.impact(it.impact(), it.it(), it.was()))
        .anyMatch(impact -> impact.compareTo(Impact.REPLACE) >= 0);
  }

  /** Whether an object is as wanted but for a name that dvl makes. */
  boolean fits(Live live) {
    MadeName made = new MadeName(kind, instance);
    Verdict named = made.isMade() ? new Verdict(this, made.over(wanted, live)) : this;
    return named.differences(live, named.rule(live)).isEmpty();
  }

  private KindRule rule(Live live) {
    return KindRule.over(draft.connections.evaluator(), kind, wanted, facts(), live);
  }

  private List<FieldDifference> differences(Live live, KindRule rule) {
    List<FieldDifference> differences =
        new ArrayList<>(
            Difference.of(
                kind,
                canonical(),
                live,
                known,
                draft.fingerprints,
                new PlannedTargets(draft),
                rule));
    replaceWhen(live).ifPresent(differences::add);
    return differences;
  }

  private Optional<Decided> compared(Live live) {
    KindRule rule = rule(live);
    LeftAlone.of(kind, wanted, live, rule).forEach(this::note);
    List<FieldDifference> differences = differences(live, rule);
    if (!differences.isEmpty() || taken().isPresent()) {
      return Optional.of(changed(live, differences, rule));
    }
    return outputs.unsure().isEmpty() ? Optional.empty() : Optional.of(conditional(live));
  }

  private Optional<Takeover> taken() {
    return Optional.ofNullable(draft.taken.get(instance.address()));
  }

  /** What is taken over is shown so, unless more than that happens to it. */
  private Action action(List<FieldChange> fields, Action judged) {
    if (taken().isEmpty() || judged.replaces()) {
      return judged;
    }
    return switch (taken().get()) {
      case Takeover.Moved ignored -> fields.isEmpty() ? Action.MOVE : judged;
      case Takeover.Adopted ignored -> Action.ADOPT;
    };
  }

  private void note(LeftAlone left) {
    String stays = left.secret() ? "as it is" : ValueText.of(left.value());
    draft.notes.add(
        "`"
            + instance.address()
            + "."
            + left.path()
            + "` is no longer managed, and stays "
            + stays
            + ".");
  }

  /** As the platform would show it. */
  private SortedMap<String, Value> canonical() {
    return PlanOps.provider(draft, host).canonical(kind.name(), wanted);
  }

  private Value facts() {
    return draft.views.get(host) instanceof HostView.Readable(Facts facts, var ignored)
        ? Value.ObjectOf.of(facts.values())
        : Value.Null.NULL;
  }

  private Decided changed(Live live, List<FieldDifference> differences, KindRule rule) {
    List<FieldChange> fields = new ArrayList<>();
    Impact worst = Impact.NONE;
    for (FieldDifference difference : differences) {
      Impact impact = rule.impact(difference.impact(), difference.it(), difference.was());
      worst = worst.or(impact);
      for (FieldDifference.Field field : difference.fields()) {
        fields.add(
            new FieldChange(field.path(), field.before(), field.after(), field.secret(), impact));
      }
    }
    Judged judged = new Judgement(draft, instance, kind).of(fields);
    Action action = action(fields, judged.action());
    String id = draft.inputs.ids().get();
    List<String> reasons = new ArrayList<>(judged.reasons());
    reasons.addAll(made());
    reasons.addAll(outputs.unsure());
    return new Decided(
        id,
        new Change(
            instance.address(),
            kind,
            action,
            host,
            Optional.of(Masked.of(kind, live)),
            Optional.of(action == Action.ADOPT ? desired(id).adopting() : desired(id)),
            fields,
            worst,
            reasons,
            taken()));
  }

  /** Which of the resources that it uses get new objects. */
  private List<String> made() {
    return instance.edges().stream()
        .filter(edge -> edge instanceof Instance.Edge.Uses)
        .map(Instance.Edge::to)
        .distinct()
        .filter(to -> draft.fates.get(to) == Draft.Fate.MADE && draft.own.containsKey(to))
        .map(to -> "It uses `" + to + "`, which is replaced.")
        .toList();
  }

  private Decided conditional(Live live) {
    return new Decided(
        draft.inputs.ids().get(),
        new Change(
            instance.address(),
            kind,
            Action.CONDITIONAL,
            host,
            Optional.of(Masked.of(kind, live)),
            Optional.empty(),
            List.of(),
            Impact.NONE,
            List.copyOf(outputs.unsure())));
  }

  private Optional<FieldDifference> replaceWhen(Live live) {
    Value wantedList = new Value.ListOf(instance.common().replaceWhen());
    Optional<String> before =
        live.stamp().map(birth -> birth.fingerprints().get(Births.REPLACE_WHEN.toString()));
    boolean asked = !instance.common().replaceWhen().isEmpty();
    Optional<String> after =
        asked && live.stamp().isPresent()
            ? Optional.of(draft.fingerprints.of(wantedList))
            : Optional.empty();
    if (live.stamp().isEmpty() || !asked || before.equals(after)) {
      return Optional.empty();
    }
    return Optional.of(
        new FieldDifference(
            new Term.Literal(Value.text(Loss.replacing(kind).word())),
            wantedList,
            FieldDifference.Field.HIDDEN,
            List.of(
                new FieldDifference.Field(
                    Births.REPLACE_WHEN,
                    FieldDifference.Field.HIDDEN,
                    known.open(wantedList),
                    false))));
  }

  private Desired desired(String op) {
    Births births = new Births(draft.inputs.stack(), draft.fingerprints);
    return new Desired(
        instance,
        openValues(),
        births.of(instance, kind, wanted, op),
        draft.awaited(instance.address()));
  }

  private SortedMap<String, Value> openValues() {
    SortedMap<String, Value> open = new TreeMap<>();
    wanted.forEach((name, value) -> open.put(name, known.open(value)));
    return open;
  }
}
