package dev.dvl.engine.plan;

import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.host.Connections;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.Draft.Decided;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.LastChange;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Says who changed the objects that differ since the last run, or took them away, where platforms
 * remember. Asks each host once, and only where something differs.
 */
final class LastChanges implements PlanStep {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd 'at' HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  @Override
  public void run(Draft draft) {
    if (draft.inputs.options().destroy()) {
      return;
    }
    Map<Address, List<Ref>> asked = new TreeMap<>();
    for (Decided decided : draft.decided) {
      object(draft, decided.change())
          .ifPresent(
              ref ->
                  asked
                      .computeIfAbsent(decided.change().host(), ignored -> new ArrayList<>())
                      .add(ref));
    }
    Map<Ref, LastChange> told = new HashMap<>();
    asked.forEach((host, refs) -> told.putAll(ask(draft, host, refs)));
    if (!told.isEmpty()) {
      draft.decided.replaceAll(decided -> explained(draft, decided, told));
    }
  }

  private static Map<Ref, LastChange> ask(Draft draft, Address host, List<Ref> refs) {
    Connections connections = draft.connections;
    HostInstance instance = draft.program.host(host).orElseThrow();
    try {
      return draft.views.get(host) instanceof HostView.Readable
          ? connections.reader(instance).lastChanges(refs, draft.inputs.facts().ended())
          : Map.of();
    } catch (HostProblem lost) {
      return Map.of(); // it was read a moment ago; whoever needs it next says what is wrong
    }
  }

  private static Decided explained(Draft draft, Decided decided, Map<Ref, LastChange> told) {
    Change change = decided.change();
    return object(draft, change)
        .map(told::get)
        .map(last -> new Decided(decided.id(), with(change, sentence(change, last))))
        .orElse(decided);
  }

  /** The object whose difference wants an explanation: the one there, or the one that was made. */
  private static Optional<Ref> object(Draft draft, Change change) {
    return switch (change.action()) {
      case UPDATE, REPLACE, REPLACE_START_FIRST -> change.before().map(live -> live.ref());
      case CREATE ->
          Optional.ofNullable(draft.inputs.facts().made().get(change.address()))
              .filter(ref -> ref.kind().equals(change.kind().name()));
      case DESTROY, ADOPT, MOVE, FORGET, CONDITIONAL, UNDECIDED -> Optional.empty();
    };
  }

  private static String sentence(Change change, LastChange last) {
    boolean gone = change.action() == Action.CREATE;
    String by = last.by().map(user -> "`" + user + "`").orElse("The platform");
    return "%s %s on %s: %s."
        .formatted(
            by,
            gone ? "was the last to touch what dvl had made" : "changed it",
            TIME.format(last.at()),
            last.what());
  }

  private static Change with(Change change, String reason) {
    List<String> reasons = new ArrayList<>(change.reasons());
    reasons.add(reason);
    return new Change(
        change.address(),
        change.kind(),
        change.action(),
        change.host(),
        change.before(),
        change.after(),
        change.fields(),
        change.impact(),
        reasons);
  }
}
