package dev.dvl.cli.command;

import dev.dvl.cli.terminal.Terminal;
import dev.dvl.compiler.diagnostic.JsonRenderer;
import java.io.IOException;
import java.util.List;

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
    Spec spec = new Spec();
    command.describe(spec);
    Options.common(spec);
    try {
      return called(spec, Words.read(spec, command.name(), words));
    } catch (Words.Wrong wrong) {
      Refusal usage = Usage.refusal(command, spec, wrong, words);
      return DiagnosticOutput.of(usage, terminal, words.contains(Options.JSON), colour);
    } catch (Refusal refusal) {
      return DiagnosticOutput.of(refusal, terminal, words.contains(Options.JSON), colour);
    }
  }

  private static Exit refused(Invocation invocation, Refusal refusal) throws Refusal {
    new Result(invocation)
        .json(out -> JsonRenderer.write(refusal.sources(), refusal.diagnostics(), out));
    if (!invocation.json()) {
      DiagnosticOutput.text(
          refusal.sources(), refusal.diagnostics(), invocation.terminal(), invocation.colourErr());
    }
    return refusal.exit();
  }

  private Exit called(Spec spec, Words words) throws Refusal, IOException, InterruptedException {
    if (words.has(Options.HELP)) {
      terminal.out().print(Usage.help(command, spec));
      return Exit.DONE;
    }
    Invocation invocation = new Invocation(words, terminal);
    try {
      if (spec.option(Options.PROGRESS).isPresent()) { // wrong values, also where nothing is run
        CarryingOut.mode(invocation);
        CarryingOut.parallelism(invocation);
      }
      return command.run(invocation);
    } catch (Refusal refusal) {
      return refused(invocation, refusal);
    }
  }
}
