package dev.dvl.engine.plan.judge;

import dev.dvl.compiler.ir.KeyedSet;
import dev.dvl.compiler.value.Address;
import java.util.List;
import java.util.stream.Stream;

/**
 * In which order the elements of one keyed declaration change.
 *
 * @param batches addresses; each batch begins when the one before is through
 * @param whole whether all go back where one fails, so that none is final before the last one is
 *     good
 */
public record Batches(KeyedSet set, List<List<Address>> batches, boolean whole) {
  public Batches {
    batches = batches.stream().map(List::copyOf).toList();
  }

  /** What a plan says of the place of one element. */
  List<String> reasons(Address element) {
    return Stream.concat(
            place(element).stream(),
            whole ? Stream.of("Where one of `" + set + "` fails, all go back.") : Stream.of())
        .toList();
  }

  /** Nothing where all change together. */
  private List<String> place(Address element) {
    if (batches.size() < 2) {
      return List.of();
    }
    for (int i = 0; i < batches.size(); i++) {
      if (batches.get(i).contains(element)) {
        return List.of(
            "It is in batch %d of %d of `%s`%s."
                .formatted(i + 1, batches.size(), set, i == 0 ? "" : ", and waits for batch " + i));
      }
    }
    return List.of();
  }
}
