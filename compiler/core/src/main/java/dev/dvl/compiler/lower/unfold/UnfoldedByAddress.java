package dev.dvl.compiler.lower.unfold;

import dev.dvl.compiler.lower.run.Budget;
import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.resolve.Symbol;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Address;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that has been unfolded so far, in the module and in components, by address. */
public final class UnfoldedByAddress {
  /** Each costs some memory, and components that hold others twice make very many. */
  private static final int MOST_FRAMES = 50_000;

  private final Budget budget;
  private final Map<Address, UnfoldedResource> slots = new HashMap<>();
  private final Map<Address, Frame> frames = new HashMap<>();
  private final List<Frame> inOrder = new ArrayList<>();
  private final IdentityHashMap<Symbol.Component, Integer> counts = new IdentityHashMap<>();

  UnfoldedByAddress(Budget budget) {
    this.budget = budget;
  }

  void add(Unfolded unit, Span span) throws Failure {
    if (budget.isExhausted()) {
      throw Failure.told();
    }
    switch (unit) {
      case UnfoldedResource slot -> slots.putIfAbsent(slot.address(), slot);
      case Frame frame -> {
        frames.putIfAbsent(frame.address(), frame);
        inOrder.add(frame);
        counts.merge(frame.component(), 1, Integer::sum);
        if (inOrder.size() > MOST_FRAMES) {
          throw tooMany(span);
        }
      }
    }
  }

  /** An instance that has been mentioned. */
  public Optional<UnfoldedResource> slot(Address address) {
    return Optional.ofNullable(slots.get(address));
  }

  /** A use of a component that has been mentioned. */
  public Optional<Frame> frame(Address address) {
    return Optional.ofNullable(frames.get(address));
  }

  /** The uses of components, in the order in which they were asked for. */
  List<Frame> frames() {
    return Collections.unmodifiableList(inOrder);
  }

  private Failure tooMany(Span span) {
    Map.Entry<Symbol.Component, Integer> most =
        counts.entrySet().stream().max(Comparator.comparingInt(Map.Entry::getValue)).orElseThrow();
    return budget.exhausted(
        span,
        "uses components more than " + MOST_FRAMES + " times",
        most.getKey().span(),
        "`" + most.getKey().name() + "` is used the most: " + most.getValue() + " times");
  }
}
