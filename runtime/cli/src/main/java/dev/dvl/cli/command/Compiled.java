package dev.dvl.cli.command;

import dev.dvl.cli.parameters.GivenSecrets;
import dev.dvl.cli.project.Project;
import dev.dvl.cli.world.StackIdentity;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.schema.Kinds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A program without mistakes, and what it was compiled with.
 *
 * @param warnings what there is to say all the same
 */
record Compiled(
    Project project,
    Kinds kinds,
    Program program,
    GivenSecrets secrets,
    StackIdentity identity,
    List<Diagnostic> warnings) {
  Compiled {
    warnings = List.copyOf(warnings);
  }

  /** The variable that each secret's declaration names. */
  Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>();
    program
        .secrets()
        .forEach(secret -> secret.environment().ifPresent(it -> variables.put(secret.name(), it)));
    return variables;
  }
}
