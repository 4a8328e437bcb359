package dev.dvl.compiler.check.expr;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;

/** What is being typed right now; a value that needs itself is found here. */
public final class Progress {
  /** How many values may need one another in a row before the first of them is typed. */
  private static final int LONGEST = 300;

  private final Typing typing;
  private final List<Step> steps = new ArrayList<>();

  /** A row of values that is told once: what mends it is the same everywhere. */
  private boolean tooLong;

  /**
   * A declaration whose type is being found.
   *
   * @param told whether a cycle through such declarations alone has been reported before
   */
  private record Step(Object node, String name, Span span, boolean told) {}

  Progress(Typing typing) {
    this.typing = typing;
  }

  /** Enters a declaration; refuses, with a report, where it is being typed already. */
  @SuppressWarnings("ReferenceEquality") // nodes and symbols are compared by identity
  public boolean enter(Object node, String name, Span span, boolean told) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i).node() == node) {
        report(steps.subList(i, steps.size()));
        return false;
      }
    }
    if (steps.size() >= LONGEST) {
      tooLong(span);
      return false;
    }
    steps.add(new Step(node, name, span, told));
    return true;
  }

  public void leave() {
    steps.removeLast();
  }

  private void tooLong(Span span) {
    if (tooLong) {
      return;
    }
    tooLong = true;
    typing.report(
        Diagnostic.at(CheckCodes.TOO_LONG, span, "more than " + LONGEST + " values lead here")
            .note("Declare values before what needs them."));
  }

  private void report(List<Step> cycle) {
    if (cycle.stream().allMatch(Step::told)) {
      return;
    }
    Step first = cycle.getFirst();
    Diagnostic diagnostic =
        Diagnostic.at(CheckCodes.SELF, first.span(), "`" + first.name() + "` needs itself");
    for (Step step : cycle.subList(1, cycle.size())) {
      diagnostic = diagnostic.label(step.span(), "through `" + step.name() + "`");
    }
    typing.report(diagnostic.note("A value cannot be computed from itself."));
  }
}
