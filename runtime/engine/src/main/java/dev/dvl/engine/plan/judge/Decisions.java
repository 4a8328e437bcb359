package dev.dvl.engine.plan.judge;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was decided on some resources or objects.
 *
 * @param unchanged how many of them are as they should be
 * @param notes full sentences for the plan
 */
record Decisions(List<Decision> changes, int unchanged, List<String> notes) {
  Decisions {
    changes = List.copyOf(changes);
    notes = List.copyOf(notes);
  }

  Decisions and(Decisions other) {
    return new Decisions(
        both(changes, other.changes), unchanged + other.unchanged, both(notes, other.notes));
  }

  private static <T> List<T> both(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }
}
