package dev.dvl.cli.command;

import dev.dvl.cli.json.ShowJson;
import dev.dvl.cli.render.LiveText;
import dev.dvl.cli.render.Style;
import dev.dvl.cli.world.LiveObjects;
import dev.dvl.cli.world.LiveObjects.Found;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.engine.host.Connections;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.HostProblem;
import java.util.List;

/** {@code dvl show}: what is there of a program's resources. */
final class ShowCommand implements Command {
  @Override
  public String name() {
    return "show";
  }

  @Override
  public List<String> examples() {
    return List.of("dvl show examples/quickstart --sandbox", "dvl show . --json");
  }

  @Override
  public String about() {
    return "Says what is there of a program's resources: names, ids and what the platform tells."
        + "\nReads only; attributes that take secrets are left out.";
  }

  @Override
  public void describe(Spec spec) {
    Options.path(spec);
    Options.program(spec);
    Options.world(spec);
    Options.json(spec);
  }

  @Override
  public Exit run(Invocation invocation) throws Refusal {
    Compiled compiled = new Compiling(invocation).compiled();
    Planning planning = new Planning(invocation, compiled);
    boolean sandbox = invocation.has(Options.SANDBOX);
    try (Connections connections = planning.connections(Cancel.NEVER)) {
      List<Found> found = found(compiled, connections);
      new Result(invocation).json(out -> ShowJson.write(found, sandbox, out));
      new Result(invocation)
          .text(() -> LiveText.render(found, sandbox, Style.of(invocation.colourOut())));
      return Exit.DONE;
    }
  }

  /** What is there; a host that cannot be read is a refusal. */
  static List<Found> found(Compiled compiled, Connections connections) throws Refusal {
    LiveObjects objects =
        new LiveObjects(
            compiled.program(), compiled.kinds(), compiled.identity().stack(), connections);
    for (HostInstance host : compiled.program().hosts()) {
      try {
        objects.read(host);
      } catch (HostProblem problem) {
        Diagnostic why =
            Diagnostic.at(problem.code(), host.origin(), "`" + host.address() + "`")
                .note(String.valueOf(problem.getMessage()));
        List<Diagnostic> said = List.of(why);
        throw new Refusal(ExitCodes.of(said), said, compiled.project().sources());
      }
    }
    return objects.found();
  }
}
