package dev.dvl.cli.command;

import dev.dvl.cli.console.Console;
import dev.dvl.cli.console.Lines;
import dev.dvl.cli.console.PlainLines;
import dev.dvl.cli.console.TypedLines;
import dev.dvl.cli.project.Reason;
import dev.dvl.cli.terminal.Terminal;
import dev.dvl.cli.world.Found;
import dev.dvl.compiler.Prompt;
import dev.dvl.compiler.eval.Environment;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Path;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.ledger.StackFolder;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** {@code dvl console}: a prompt at which expressions over a program are tried out. */
final class ConsoleCommand implements Command {
  private static final String LIVE = "--live";
  private static final String HISTORY = "console-history";

  @Override
  public String name() {
    return "console";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "dvl console examples/replicas", "echo 'len(page[*])' | dvl console examples/replicas");
  }

  @Override
  public String about() {
    return """
    Says the value and the type of each expression that is typed; all names of the program may
    be used. Where standard input is no terminal, it reads lines from there. Secrets are not
    known here, and what is asked about them is not in the history.\
    """;
  }

  @Override
  public void describe(Spec spec) {
    Options.path(spec);
    Options.flag(spec, LIVE, "read the hosts once, for what only they tell");
    Options.program(spec);
    Options.world(spec);
  }

  @Override
  public Exit run(Invocation invocation) throws Refusal, IOException {
    Compiling compiling = new Compiling(invocation);
    Compiled compiled = compiling.compiled();
    Environment live = invocation.has(LIVE) ? live(invocation, compiled) : Environment.EMPTY;
    Prompt prompt =
        new Prompt(compiled.project().files(), compiled.kinds(), compiling.inputs(compiled));
    Terminal terminal = invocation.terminal();
    boolean typed = terminal.people().read() && terminal.people().write();
    try (Lines lines = lines(terminal, prompt, typed)) {
      boolean well = new Console(prompt, live, terminal, invocation.colourErr()).run(lines);
      return well || typed ? Exit.DONE : Exit.FAILED;
    }
  }

  private static Lines lines(Terminal terminal, Prompt prompt, boolean typed) throws Refusal {
    if (!typed) {
      return new PlainLines(terminal.in());
    }
    try {
      return TypedLines.open(
          prompt, StackFolder.ofUser(terminal.environment(), terminal.home()).resolve(HISTORY));
    } catch (IOException problem) {
      throw Refusal.of(
          Exit.FAILED,
          CommandCodes.NO_CONSOLE,
          "The history cannot be kept: " + Reason.withFile(problem) + ".");
    }
  }

  private static Environment live(Invocation invocation, Compiled compiled) throws Refusal {
    Map<Address, SortedMap<String, Value>> outputs = new HashMap<>();
    try (Reaching reaching = Reaching.over(invocation, compiled)) {
      for (Found found : ShowCommand.found(reaching)) {
        outputs.put(found.address(), found.outputs());
      }
    }
    return new Outputs(outputs);
  }

  /** What platforms told when they were asked. */
  private record Outputs(Map<Address, SortedMap<String, Value>> all) implements Environment {
    @Override
    public Optional<Value> read(Address resource, Path path) {
      SortedMap<String, Value> outputs = all.get(resource);
      return outputs == null || path.steps().size() > 1
          ? Optional.empty()
          : Optional.ofNullable(outputs.get(path.attribute()));
    }
  }
}
