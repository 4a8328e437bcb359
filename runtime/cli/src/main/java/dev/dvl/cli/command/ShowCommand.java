package dev.dvl.cli.command;

import dev.dvl.cli.json.ShowJson;
import dev.dvl.cli.render.LiveText;
import dev.dvl.cli.render.Style;
import dev.dvl.cli.world.Found;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.engine.plan.Whereabouts;
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
    boolean sandbox = invocation.has(Options.SANDBOX);
    try (Reaching reaching = Reaching.of(invocation)) {
      List<Found> found = found(reaching);
      new Result(invocation).json(out -> ShowJson.write(found, sandbox, out));
      new Result(invocation)
          .text(() -> LiveText.render(found, sandbox, Style.of(invocation.colourOut())));
      return Exit.DONE;
    }
  }

  /**
   * What is there, by address; a host that cannot be read is a refusal, but for a machine that is
   * off: it shows nothing of what stands on it.
   */
  static List<Found> found(Reaching reaching) throws Refusal {
    Compiled compiled = reaching.compiled();
    List<Instance> instances = compiled.program().instances();
    Whereabouts where = reaching.resources(instances);
    return instances.stream()
        .map(it -> Found.of(it, compiled.kinds().get(it.kind()), where.object(it.address())))
        .toList();
  }
}
