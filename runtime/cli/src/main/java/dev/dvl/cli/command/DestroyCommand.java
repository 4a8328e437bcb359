package dev.dvl.cli.command;

import java.util.List;

/** {@code dvl destroy}: removes all that a program's stack made. */
final class DestroyCommand implements Command {
  @Override
  public String name() {
    return "destroy";
  }

  @Override
  public List<String> examples() {
    return List.of("dvl destroy examples/quickstart --sandbox", "dvl destroy --target web");
  }

  @Override
  public String about() {
    return "Shows all that dvl made for a program, asks for `yes`, and removes it. What is in"
        + " volumes is lost.";
  }

  @Override
  public void describe(Spec spec) {
    Options.path(spec);
    Options.program(spec);
    Options.world(spec);
    Options.selection(spec);
    Options.flag(spec, Options.YES, "do not ask");
    Options.json(spec);
  }

  @Override
  public Exit run(Invocation invocation) throws Refusal {
    return new Applying(invocation, true).run();
  }
}
