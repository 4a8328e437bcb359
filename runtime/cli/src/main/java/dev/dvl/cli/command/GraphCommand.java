package dev.dvl.cli.command;

import dev.dvl.cli.graph.GraphFormat;
import dev.dvl.compiler.diagnostic.Spelling;
import java.util.List;
import java.util.Optional;

/** {@code dvl graph}: the resources of a program as a picture for other tools. */
final class GraphCommand implements Command {
  @Override
  public String name() {
    return "graph";
  }

  @Override
  public List<String> examples() {
    return List.of("dvl graph . | dot -Tsvg > shop.svg", "dvl graph . --format mermaid");
  }

  @Override
  public String about() {
    return "Draws resources inside of what they stand on, with a line to what each uses or waits"
        + " for.\nReads no host.";
  }

  @Override
  public void describe(Spec spec) {
    Options.path(spec);
    Options.program(spec);
    Options.value(spec, Options.STACK, "NAME", "which stack of the program (default: default)");
    Options.value(spec, Options.FORMAT, "FORMAT", "dot (default), mermaid or json");
  }

  @Override
  public Exit run(Invocation invocation) throws Refusal {
    String word = invocation.option(Options.FORMAT).orElse("dot");
    Optional<GraphFormat> format = GraphFormat.of(word);
    if (format.isEmpty()) {
      throw Refusal.of(
          Exit.WRONG,
          CommandCodes.USAGE,
          "`--format " + word + "` is not one of " + String.join(", ", GraphFormat.words()) + ".",
          Spelling.note("a format", word, GraphFormat.words()).orElse("`dot` is the default."));
    }
    Compiled compiled = new Compiling(invocation).compiled();
    invocation.terminal().out().print(format.get().render(compiled.program()));
    return Exit.DONE;
  }
}
