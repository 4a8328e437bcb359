package dev.dvl.cli.command;

import dev.dvl.cli.json.OutputJson;
import dev.dvl.cli.render.OutcomeText;
import dev.dvl.compiler.diagnostic.Spelling;
import dev.dvl.compiler.eval.Environment;
import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.apply.ApplyReport.Output;
import dev.dvl.engine.change.ValueText;
import dev.dvl.engine.host.Connections;
import dev.dvl.engine.plan.Plan;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.Secrets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code dvl output}: the outputs of a program, from live state. */
final class OutputCommand implements Command {
  private static final String REVEAL = "--reveal";

  @Override
  public String name() {
    return "output";
  }

  @Override
  public List<String> examples() {
    return List.of("dvl output .", "curl $(dvl output . url)", "dvl output . --json");
  }

  @Override
  public String about() {
    return """
    Says the outputs of a program, read from what is there. With a name it prints just that
    value, texts without quotes. Secret ones are masked; one that is named is refused unless
    --reveal is given.\
    """;
  }

  @Override
  public void describe(Spec spec) {
    Options.path(spec);
    Options.operand(spec, "NAME", "only this output");
    Options.program(spec);
    Options.world(spec);
    Options.flag(spec, REVEAL, "print the value of a secret output that is named");
    Options.json(spec);
  }

  @Override
  public Exit run(Invocation invocation) throws Refusal {
    Compiled compiled = new Compiling(invocation).compiled();
    Planning planning = new Planning(invocation, compiled);
    try (Connections connections = planning.connections(Cancel.NEVER)) {
      Plan plan = planning.plan(planning.options(), PlanCommand.facts(planning), connections);
      SortedMap<String, Output> outputs = new TreeMap<>();
      plan.outputs().forEach(it -> outputs.put(it.name(), new Output(it.value(), it.secret())));
      return say(invocation, outputs, connections);
    }
  }

  private static Exit say(
      Invocation invocation, SortedMap<String, Output> outputs, Connections connections)
      throws Refusal {
    Optional<String> name = invocation.operand(1);
    if (name.isPresent()) {
      Value value = named(invocation, name.get(), outputs, connections);
      new Result(invocation).json(out -> OutputJson.value(value, out));
      new Result(invocation).text(() -> plain(value) + "\n");
      return Exit.DONE;
    }
    new Result(invocation).json(out -> OutputJson.write(outputs, out));
    new Result(invocation).text(() -> OutcomeText.outputs(outputs));
    return Exit.DONE;
  }

  private static Value named(
      Invocation invocation,
      String name,
      SortedMap<String, Output> outputs,
      Connections connections)
      throws Refusal {
    Output output = outputs.get(name);
    if (output == null) {
      throw Refusal.of(
          Exit.WRONG,
          CommandCodes.NO_OUTPUT,
          "The program declares no output `" + name + "`.",
          Spelling.note("an output", name, outputs.keySet())
              .orElse("`dvl output` without a name lists all."));
    }
    if (output.secret() && !invocation.has(REVEAL)) {
      throw Refusal.of(
          Exit.WRONG,
          CommandCodes.SECRET_OUTPUT,
          "`" + name + "` is secret.",
          "`dvl output PATH " + name + " --reveal` prints it.");
    }
    return known(name, output, connections);
  }

  private static Value known(String name, Output output, Connections connections) throws Refusal {
    try {
      Value value =
          connections
              .evaluator()
              .fill(output.value(), new SecretsOf(connections.surroundings().secrets()));
      if (value.isKnown()) {
        return value;
      }
      throw unknown(name, "it is known once the program has been applied");
    } catch (EvaluationProblem problem) {
      throw unknown(name, String.valueOf(problem.getMessage()));
    }
  }

  private static Refusal unknown(String name, String why) {
    return Refusal.of(
        Exit.FAILED, CommandCodes.NO_OUTPUT, "`" + name + "` has no value now: " + why + ".");
  }

  /** Knows secrets, for the one who asked to see them. */
  private record SecretsOf(Secrets secrets) implements Environment {
    @Override
    public Optional<Value> secret(String name) {
      return secrets.get(name).map(Value::text);
    }
  }

  /** Texts as they are, for scripts. */
  private static String plain(Value value) {
    return value instanceof Value.Text(String text) ? text : ValueText.of(value);
  }
}
