package dev.dvl.cli.command;

import dev.dvl.cli.terminal.Terminal;
import dev.dvl.compiler.diagnostic.JsonRenderer;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs one command: reads its words, calls it, and says what came of it. */
final class Execution {
  private final Command command;
  private final Terminal terminal;

  Execution(Command command, Terminal terminal) {
    this.command = command;
    this.terminal = terminal;
  }

  Exit run(List<String> words) {
    boolean debug = words.contains(Options.DEBUG);
    try {
      return parsed(words);
    } catch (InterruptedException stopped) {
      return Exit.INTERRUPTED;
    } catch (IOException
        | RuntimeException
        | Error bug) { // the last place before a bare stack trace
      return Bug.say(bug, terminal, debug);
    }
  }

  private Exit parsed(List<String> words) throws IOException, InterruptedException {
    boolean colour = !words.contains(Options.NO_COLOR) && terminal.colourErr();
    CommandSpec spec = CommandSpec.create().name("dvl " + command.name());
    command.describe(spec);
    Options.common(spec);
    try {
      return called(new CommandLine(spec).parseArgs(words.toArray(String[]::new)));
    } catch (ParameterException wrong) {
      Refusal usage = Usage.refusal(command, spec, wrong);
      return Said.of(usage, terminal, words.contains(Options.JSON), colour);
    } catch (Refusal refusal) {
      return Said.of(refusal, terminal, words.contains(Options.JSON), colour);
    }
  }

  private static Exit refused(Invocation invocation, Refusal refusal) throws Refusal {
    new Result(invocation)
        .json(() -> JsonRenderer.render(refusal.sources(), refusal.diagnostics()));
    if (!invocation.json()) {
      Said.text(
          refusal.sources(), refusal.diagnostics(), invocation.terminal(), invocation.colourErr());
    }
    return refusal.exit();
  }

  private Exit called(ParseResult parsed) throws Refusal, IOException, InterruptedException {
    if (parsed.isUsageHelpRequested()) {
      terminal.out().print(Usage.help(command, parsed.commandSpec()));
      return Exit.DONE;
    }
    Invocation invocation = new Invocation(parsed, terminal);
    try {
      return command.run(invocation);
    } catch (Refusal refusal) {
      return refused(invocation, refusal);
    }
  }
}
