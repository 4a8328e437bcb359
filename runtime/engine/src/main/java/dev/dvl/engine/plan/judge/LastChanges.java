package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.change.Action;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.host.LiveSources;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.identity.Matched;
import dev.dvl.engine.plan.input.PlanRequest;
import dev.dvl.engine.provider.HostProblem;
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
record LastChanges(Matched matched) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd 'at' HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** The same decisions, with what platforms remember among the reasons of their changes. */
  List<Decision> explained(List<Decision> decisions) {
    if (matched.request().options().destroy()) {
      return decisions;
    }
    Map<Address, List<Ref>> asked = new TreeMap<>();
    for (Decision decision : decisions) {
      Address host = decision.change().host();
      object(decision.change())
          .ifPresent(ref -> asked.computeIfAbsent(host, ignored -> new ArrayList<>()).add(ref));
    }
    Map<Ref, LastChange> told = new HashMap<>();
    asked.forEach((host, refs) -> told.putAll(ask(host, refs)));
    return decisions.stream().map(decision -> explained(decision, told)).toList();
  }

  private Map<Ref, LastChange> ask(Address host, List<Ref> refs) {
    PlanRequest request = matched.request();
    HostInstance instance = request.program().host(host).orElseThrow();
    try {
      return matched.seen().readable(host).isPresent()
          ? request
              .connections()
              .reader(instance, new LiveSources(matched.own()))
              .lastChanges(refs, request.facts().ended())
          : Map.of();
    } catch (HostProblem lost) {
      return Map.of(); // it was read a moment ago; whoever needs it next says what is wrong
    }
  }

  private Decision explained(Decision decision, Map<Ref, LastChange> told) {
    Change change = decision.change();
    return object(change)
        .map(told::get)
        .map(last -> new Decision(decision.id(), change.because(sentence(change, last))))
        .orElse(decision);
  }

  /** The object whose difference wants an explanation: the one there, or the one that was made. */
  private Optional<Ref> object(Change change) {
    return switch (change.action()) {
      case UPDATE, REPLACE, REPLACE_START_FIRST ->
          change.before().filter(live -> !change.fields().isEmpty()).map(Live::ref);
      case CREATE ->
          Optional.ofNullable(matched.request().facts().made().get(change.address()))
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
}
