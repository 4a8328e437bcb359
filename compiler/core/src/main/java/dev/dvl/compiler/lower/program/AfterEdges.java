package dev.dvl.compiler.lower.program;

import dev.dvl.compiler.lower.run.Failure;
import dev.dvl.compiler.lower.unfold.Frame;
import dev.dvl.compiler.lower.unfold.UnfoldedByAddress;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code after} makes of components: who waits for one waits for every resource in it, and one
 * that waits has every resource in it wait.
 */
final class AfterEdges {
  private final UnfoldedByAddress unfolded;

  AfterEdges(UnfoldedByAddress unfolded) {
    this.unfolded = unfolded;
  }

  /** What a resource in these components waits for because they do. */
  void components(Optional<Frame> within, Edges edges) throws Failure {
    Optional<Frame> frame = within;
    while (frame.isPresent()) {
      Value after = frame.get().after();
      if (!after.isNull()) {
        add(after, frame.get().index().span("after").orElse(frame.get().use().span()), edges);
      }
      frame = frame.get().within();
    }
  }

  void add(Value after, Span span, Edges edges) {
    edges.after(resources(after), span);
  }

  /** The same with components replaced by what is in them. */
  private Value resources(Value value) {
    return switch (value) {
      case Value.Ref(Address to, var ignored) ->
          unfolded.frame(to).map(AfterEdges::all).orElse(value);
      case Value.ListOf(var elements) -> list(elements);
      case Value.SetOf(var elements) -> list(elements);
      case Value.MapOf(var entries) -> list(List.copyOf(entries.values()));
      case Value other -> other;
    };
  }

  private Value list(List<Value> values) {
    List<Value> all = new ArrayList<>(values.size());
    values.forEach(value -> all.add(resources(value)));
    return new Value.ListOf(all);
  }

  private static Value all(Frame frame) {
    return new Value.ListOf(frame.slots().stream().map(slot -> (Value) slot.ref()).toList());
  }
}
