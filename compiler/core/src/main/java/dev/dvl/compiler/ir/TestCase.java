package dev.dvl.compiler.ir;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.source.Span;
import dev.dvl.compiler.value.Value;
import java.util.List;
import java.util.Map;

/**
 * A test of a program, as far as it is computed without running it.
 *
 * @param origin its title
 * @param phases parts of it that each set the program anew, in order; at least one
 */
public record TestCase(String title, Span origin, List<Phase> phases) {
  /** The field of {@code plan} that says whether there is nothing to do. */
  public static final String EMPTY = "empty";

  /** The fields of {@code plan} that count changes. */
  public static final List<String> COUNTS =
      List.of(
          "create",
          "update",
          "replace",
          "destroy",
          "adopt",
          "move",
          "forget",
          "conditional",
          "undecided",
          "unchanged");

  public TestCase {
    phases = List.copyOf(phases);
  }

  /** The name under which a term reads a field of {@code plan}. */
  public static String variable(String field) {
    return "plan." + field;
  }

  /**
   * The program with one setting of its parameters, and what is done with it.
   *
   * @param secrets the values that the test makes up
   * @param diagnostics what is wrong with the program so set
   */
  public record Phase(
      Program program,
      Map<String, String> secrets,
      List<Step> steps,
      List<Diagnostic> diagnostics) {
    public Phase {
      secrets = Map.copyOf(secrets);
      steps = List.copyOf(steps);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /** One statement. */
  public sealed interface Step {
    Span span();
  }

  /**
   * A condition; its value may hang on the plan, on outputs of resources, and on secrets.
   *
   * @param message null where there is none
   * @param parts what explains the condition where it does not hold
   */
  public record Expect(Span span, Value holds, Value message, List<Part> parts) implements Step {
    public Expect {
      parts = List.copyOf(parts);
    }
  }

  /** The value of a part of a condition. */
  public record Part(Span span, Value value) {}

  /** An error that is to be told of the program, its plan, or its last apply. */
  public record ExpectError(Span span, String code) implements Step {}

  /** The plan is to look as it did. */
  public record ExpectSnapshot(Span span) implements Step {}

  /** Carries the program out; {@code fails}: and that must fail. */
  public record Apply(Span span, boolean fails) implements Step {}

  /** From here on calls fail or take time: what is set, by name. */
  public record Fault(Span span, Map<String, Value> settings) implements Step {
    public Fault {
      settings = Map.copyOf(settings);
    }
  }

  /** A statement that has no value because something in it is wrong; empty where that is told. */
  public record Unreached(Span span, List<Diagnostic> why) implements Step {
    public Unreached {
      why = List.copyOf(why);
    }
  }
}
