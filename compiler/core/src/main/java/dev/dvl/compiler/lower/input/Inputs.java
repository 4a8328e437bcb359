package dev.dvl.compiler.lower.input;

import java.util.Map;
import java.util.Optional;

/**
 * What a program is lowered with.
 *
 * @param parameters the winning value of each parameter that is given
 * @param open whether a parameter without a value is left unknown instead of being an error: so
 *     that a program can be checked without any
 * @param secrets which of them are set; absent where nobody looked
 */
public record Inputs(
    Map<String, RawInput> parameters,
    boolean open,
    Stack stack,
    ProjectFiles files,
    Optional<SetSecrets> secrets,
    ComputationLimits limits) {

  /** The identity that made names are made from. */
  public record Stack(String id, String name) {
    /** For checking, where no name is ever used. */
    public static final Stack NONE = new Stack("0000000000000000", "default");
  }

  public Inputs {
    parameters = Map.copyOf(parameters);
  }

  /** For checking: nothing is given, and files are what {@code files} says. */
  public static Inputs open(ProjectFiles files) {
    return new Inputs(
        Map.of(), true, Stack.NONE, files, Optional.empty(), ComputationLimits.DEFAULT);
  }
}
