package dev.dvl.compiler.lower.program;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.Program.Move;
import dev.dvl.compiler.lower.run.LoweringReport;
import dev.dvl.compiler.value.AddressPattern;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Moves lead from what is no longer there, each by one way, to what is there. */
final class MoveRules {
  private static final int MOST_LABELS = 20;

  private final LoweringReport report;
  private final AddressedResources present;
  private final List<Move> moves;

  /** Where in the list the first move from, or to, an address is. */
  private final Map<AddressPattern, Integer> from = new HashMap<>();

  private final Map<AddressPattern, Integer> to = new HashMap<>();

  /** Moves that lead into no circle that they are in: nobody needs to go their way again. */
  private final Set<Move> straight = new HashSet<>();

  MoveRules(LoweringReport report, AddressedResources present, List<Move> moves) {
    this.report = report;
    this.present = present;
    this.moves = moves;
    for (int i = 0; i < moves.size(); i++) {
      from.putIfAbsent(moves.get(i).from(), i);
      to.putIfAbsent(moves.get(i).to(), i);
    }
  }

  void check() {
    Set<Move> circling = new HashSet<>();
    for (Move move : moves) {
      if (!circling.contains(move)) {
        circle(move).ifPresent(it -> report(it, circling));
      }
    }
    for (int i = 0; i < moves.size(); i++) {
      if (!circling.contains(moves.get(i))) {
        meeting(i);
        ends(moves.get(i));
      }
    }
  }

  /** The moves of the circle that a move is in. */
  private Optional<List<Move>> circle(Move start) {
    Set<Move> way = new LinkedHashSet<>();
    Optional<Move> at = Optional.of(start);
    while (at.isPresent() && !straight.contains(at.get()) && way.add(at.get())) {
      at = next(at.get());
    }
    if (at.filter(start::equals).isPresent() && !way.isEmpty()) {
      return Optional.of(List.copyOf(way));
    }
    for (Move move : way) {
      if (at.filter(move::equals).isPresent()) {
        break; // from here on they are a circle, and the start leads into it
      }
      straight.add(move);
    }
    return Optional.empty();
  }

  private Optional<Move> next(Move move) {
    return Optional.ofNullable(from.get(move.to())).map(moves::get);
  }

  private void report(List<Move> circle, Set<Move> circling) {
    circling.addAll(circle);
    Diagnostic wrong =
        Diagnostic.at(
            IdentityCodes.CIRCLE,
            circle.getFirst().origin(),
            circle.size() == 1 ? "this moves to itself" : "this comes back to where it started");
    for (Move move : circle.subList(1, Math.min(circle.size(), MOST_LABELS))) {
      wrong = wrong.label(move.origin(), "by way of this");
    }
    report.report(wrong);
  }

  private void meeting(int index) {
    Move move = moves.get(index);
    int earlier =
        Math.min(from.getOrDefault(move.from(), index), to.getOrDefault(move.to(), index));
    if (earlier < index) {
      Move other = moves.get(earlier);
      String text =
          other.to().equals(move.to())
              ? "another resource has moved there"
              : "this has moved somewhere else already";
      report.report(
          Diagnostic.at(IdentityCodes.MEETING, move.origin(), text)
              .label(other.origin(), "moved here first"));
    }
  }

  private void ends(Move move) {
    Optional<Instance> still = present.at(move.from());
    if (still.isPresent()) {
      report.report(
          Diagnostic.at(
                  IdentityCodes.STILL_THERE,
                  move.origin(),
                  "`" + still.get().address() + "` is still in the program")
              .label(still.get().origin(), "declared here")
              .note("A move says that a resource is the one that was under another address."));
    } else if (next(move).isEmpty()) {
      present.demand(move.to(), move.origin());
    }
  }
}
