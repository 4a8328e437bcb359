package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.schema.Impact;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Desired;
import dev.dvl.engine.change.FieldChange;
import dev.dvl.engine.change.Takeover;
import dev.dvl.engine.change.ValueText;
import dev.dvl.engine.diff.FieldDifference;
import dev.dvl.engine.diff.KindRule;
import dev.dvl.engine.diff.LeftAlone;
import dev.dvl.engine.diff.ValuePart;
import dev.dvl.engine.live.Live;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Compares one resource with its object, if it has one, and says what is to happen. */
record Verdict(Subject subject) {

  /**
   * What is to happen to a resource: nothing where there is no decision.
   *
   * @param notes full sentences for the plan
   */
  record Ruling(Optional<Decision> decision, List<String> notes, List<Diagnostic> diagnostics) {}

  /** What is to happen so that the resource has an object as it is wanted. */
  Ruling on(Optional<Live> object) {
    return object
        .map(live -> restarting(live, compare(live)))
        .orElseGet(() -> new Gone(subject).made(create()));
  }

  private Ruling restarting(Live live, Ruling ruling) {
    return live.restart().map(why -> new Restarts(subject).of(live, why, ruling)).orElse(ruling);
  }

  /** A creation, whatever object there is. */
  Decision create() {
    String id = fresh();
    return new Decision(
        id,
        new Change(
            subject.address(),
            subject.kind(),
            Action.CREATE,
            subject.host(),
            Optional.empty(),
            Optional.of(subject.desired(id)),
            SetFields.of(subject.openValues()),
            Impact.NONE,
            List.of()));
  }

  /**
   * An object that was adopted keeps its name unless the program writes one; one that has moved
   * keeps a made name where only a new object could have another.
   */
  private Ruling compare(Live live) {
    MadeName made = new MadeName(subject.kind(), subject.instance());
    if (isAdopted(live)) {
      return new Verdict(subject.wanting(made.over(subject.wanted(), live))).compared(live);
    }
    if (subject.matched().born().containsKey(subject.address()) && made.isKept()) {
      Verdict keeping = new Verdict(subject.wanting(made.over(subject.wanted(), live)));
      if (!keeping.replaces(live)) {
        return keeping.compared(live);
      }
    }
    return compared(live);
  }

  /** Also what has replaced an adopted object, for as long as the line stands. */
  private boolean isAdopted(Live live) {
    return new Adopted(subject.matched(), subject.address(), live).holds()
        || subject.matched().selected().program().adoption(subject.address()).isPresent();
  }

  private boolean replaces(Live live) {
    KindRule rule = subject.rule(live);
    return subject.differences(live, rule).stream()
        .flatMap(it -> it.fields().stream().map(field -> rule.impact(it, field)))
        .anyMatch(impact -> impact.compareTo(Impact.REPLACE) >= 0);
  }

  /** Whether an object is as wanted but for a name that dvl makes. */
  boolean fits(Live live) {
    MadeName made = new MadeName(subject.kind(), subject.instance());
    Subject named = made.isMade() ? subject.wanting(made.over(subject.wanted(), live)) : subject;
    return named.differences(live, named.rule(live)).isEmpty();
  }

  private Ruling compared(Live live) {
    KindRule rule = subject.rule(live);
    List<String> notes =
        LeftAlone.of(subject.kind(), subject.wanted(), live, rule).stream()
            .map(this::note)
            .toList();
    List<FieldDifference> differences = subject.differences(live, rule);
    if (!differences.isEmpty() || subject.taken().isPresent() || !subject.left(live).isEmpty()) {
      return changed(live, differences, rule, notes);
    }
    Optional<Decision> decision =
        unsure().isEmpty() ? Optional.empty() : Optional.of(conditional(live));
    return new Ruling(decision, notes, List.of());
  }

  /** What is taken over is shown so, unless more than that happens to it. */
  private Action action(List<FieldChange> fields, Action judged) {
    if (subject.taken().isEmpty() || judged.replaces()) {
      return judged;
    }
    return switch (subject.taken().get()) {
      case Takeover.Moved _ -> fields.isEmpty() ? Action.MOVE : judged;
      case Takeover.Adopted _ -> Action.ADOPT;
    };
  }

  private String note(LeftAlone left) {
    String stays = left.secret() ? "as it is" : ValueText.of(left.value());
    return "`"
        + subject.address()
        + "."
        + left.path()
        + "` is no longer managed, and stays "
        + stays
        + ".";
  }

  private Ruling changed(
      Live live, List<FieldDifference> differences, KindRule rule, List<String> notes) {
    List<FieldChange> fields = new ArrayList<>();
    SortedMap<String, Value> open = subject.openValues();
    Impact worst = Impact.NONE;
    for (FieldDifference difference : differences) {
      for (FieldDifference.Field field : difference.fields()) {
        Impact impact = rule.impact(difference, field);
        worst = worst.or(impact);
        fields.add(
            new FieldChange(
                field.path(), field.before(), after(field, open), field.secret(), impact));
      }
    }
    Judged judged = new Judgement(subject).of(fields);
    List<String> reasons = new ArrayList<>(judged.reasons());
    reasons.addAll(made());
    reasons.addAll(unsure());
    List<String> left = judged.action().replaces() ? List.of() : subject.left(live);
    if (!left.isEmpty()) {
      reasons.addAll(left);
      worst = worst.or(Impact.LIVE);
    }
    String id = fresh();
    Action action = action(fields, judged.action());
    Desired desired = subject.desired(id);
    Change change =
        new Change(
            subject.address(),
            subject.kind(),
            action,
            subject.host(),
            Optional.of(Masked.of(subject.kind(), live)),
            Optional.of(action == Action.ADOPT ? desired.adopting() : desired),
            fields,
            worst,
            reasons,
            subject.taken());
    LostInside lost =
        action.replaces()
            ? LostInside.of(change, new HostFates(subject.fates()))
            : LostInside.NOTHING;
    List<Diagnostic> refused = new ArrayList<>(judged.diagnostics());
    refused.addAll(lost.refused(subject, "this change loses what is in the old one"));
    return new Ruling(Optional.of(new Decision(id, lost.priced(change))), notes, refused);
  }

  /** What is sent: what may change in this apply is not what it is now. */
  private static Value after(FieldDifference.Field field, SortedMap<String, Value> open) {
    Value whole = open.getOrDefault(field.path().attribute(), Value.Null.NULL);
    Value part = ValuePart.of(whole, field.path());
    return field.after().isKnown() && !part.isKnown() && !field.secret() ? part : field.after();
  }

  /** Which of the resources that it uses get new objects. */
  private List<String> made() {
    return subject.instance().edges().stream()
        .filter(edge -> edge instanceof Instance.Edge.Uses)
        .map(Instance.Edge::to)
        .distinct()
        .filter(subject.fates()::isMadeAnew)
        .map(to -> "It uses `" + to + "`, which is replaced.")
        .toList();
  }

  private Decision conditional(Live live) {
    return new Decision(
        fresh(),
        new Change(
            subject.address(),
            subject.kind(),
            Action.CONDITIONAL,
            subject.host(),
            Optional.of(Masked.of(subject.kind(), live)),
            Optional.empty(),
            List.of(),
            Impact.NONE,
            unsure()));
  }

  /** What was read of other resources and may come out otherwise. */
  private List<String> unsure() {
    return List.copyOf(subject.outputs().unsure());
  }

  private String fresh() {
    return subject.request().inputs().ids().get();
  }
}
