package dev.dvl.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code dvl apply}: makes it so. */
final class ApplyCommand implements Command {
  @Override
  public String name() {
    return "apply";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "dvl apply examples/quickstart --sandbox", "dvl apply --yes", "dvl apply shop.plan");
  }

  @Override
  public String about() {
    return """
    Plans a program, shows the plan, asks for `yes`, and carries it out; or carries out a plan
    that `dvl plan -o` saved, without asking. Ctrl-C stops what is not begun yet; a second one
    leaves at once, and the next apply carries on.\
    """;
  }

  @Override
  public void describe(Spec spec) {
    Options.operand(spec, "PATH|PLANFILE", "a program, or a saved plan (default: this folder)");
    Options.program(spec);
    Options.world(spec);
    Options.selection(spec);
    Options.flag(spec, Options.YES, "do not ask");
    Options.json(spec);
  }

  @Override
  public Exit run(Invocation invocation) throws Refusal {
    Optional<Path> plan = invocation.operand(0).map(invocation::path).filter(ApplyingSaved::fits);
    return plan.isPresent()
        ? new ApplyingSaved(invocation, plan.get()).run()
        : new Applying(invocation, false).run();
  }
}
