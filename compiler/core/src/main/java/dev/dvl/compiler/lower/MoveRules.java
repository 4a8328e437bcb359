package dev.dvl.compiler.lower;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.Program.Move;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Moves lead from what is no longer there, each by one way, to what is there. */
final class MoveRules {
  private static final int MOST_LABELS = 20;

  private final Session session;
  private final Present present;

  MoveRules(Session session, Present present) {
    this.session = session;
    this.present = present;
  }

  void check(List<Move> moves) {
    Set<Move> circling = new HashSet<>();
    for (Move move : moves) {
      if (!circling.contains(move)) {
        circle(move, moves).ifPresent(it -> report(it, circling));
      }
    }
    for (Move move : moves) {
      if (!circling.contains(move)) {
        meeting(move, moves);
        ends(move, moves);
      }
    }
  }

  /** The moves of the circle that a move is in. */
  private static Optional<List<Move>> circle(Move start, List<Move> moves) {
    List<Move> way = new ArrayList<>(List.of(start));
    while (way.size() <= moves.size()) {
      Optional<Move> next = next(way.getLast(), moves);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      if (next.get().equals(start)) {
        return Optional.of(way);
      }
      way.add(next.get());
    }
    return Optional.empty();
  }

  private static Optional<Move> next(Move move, List<Move> moves) {
    return moves.stream().filter(it -> it.from().equals(move.to())).findFirst();
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
    session.report(wrong);
  }

  private void meeting(Move move, List<Move> moves) {
    for (Move other : moves.subList(0, moves.indexOf(move))) {
      boolean sameEnd = other.to().equals(move.to());
      if (sameEnd || other.from().equals(move.from())) {
        String text =
            sameEnd ? "another resource has moved there" : "this has moved somewhere else already";
        session.report(
            Diagnostic.at(IdentityCodes.MEETING, move.origin(), text)
                .label(other.origin(), "moved here first"));
        return;
      }
    }
  }

  private void ends(Move move, List<Move> moves) {
    Optional<Instance> still = present.at(move.from());
    if (still.isPresent()) {
      session.report(
          Diagnostic.at(
                  IdentityCodes.STILL_THERE,
                  move.origin(),
                  "`" + still.get().address() + "` is still in the program")
              .label(still.get().origin(), "declared here")
              .note("A move says that a resource is the one that was under another address."));
    } else if (next(move, moves).isEmpty()) {
      present.demand(move.to(), move.origin());
    }
  }
}
