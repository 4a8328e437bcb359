package dev.dvl.cli.command;

import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.engine.plan.Whereabouts;
import dev.dvl.engine.provider.Entrance;
import dev.dvl.engine.provider.Errand;
import dev.dvl.engine.provider.HostProblem;
import java.util.List;

/** {@code dvl ssh}: goes into a machine. */
final class SshCommand implements Command {
  private static final String TERMINAL = "--tty";

  @Override
  public String name() {
    return "ssh";
  }

  @Override
  public List<String> examples() {
    return List.of("dvl ssh app", "dvl ssh app[0] -- journalctl -n 20", "dvl ssh edge -t -- top");
  }

  @Override
  public String about() {
    return """
    Goes into a machine of a program, or one that a host block reaches by SSH, as plan and apply
    do: with the user, key and jump hosts that the program names, and held to the machine's own
    host key. A machine is a host where containers can stand on it: `guest { docker = true }`.
    Without a command it gives a shell; the words of a command are read by the shell there, as
    with `ssh`. It ends with the exit code of what was run.\
    """;
  }

  @Override
  public void describe(Spec spec) {
    Options.operand(spec, "ADDRESS", "a machine, or a host");
    spec.behind(new Spec.Operand("COMMAND…", "what to run there", /* many= */ true));
    Options.flag(spec, "-t", TERMINAL, "let the command have a terminal");
    Options.reached(spec);
  }

  @Override
  public Exit run(Invocation invocation) throws Refusal {
    String address = Addressed.of(invocation);
    List<String> words = invocation.words().behind();
    try (Reaching reaching = Reaching.of(invocation)) {
      HostInstance host = reaching.picking().host(address);
      Entrance entrance = entrance(reaching, host);
      boolean person =
          invocation.terminal().people().read() && invocation.terminal().people().write();
      return new Handing(invocation.terminal())
          .over(
              streams -> entrance.run(Errand.of(words), streams),
              /* reading= */ true,
              invocation.has(TERMINAL) || (words.isEmpty() && person));
    }
  }

  private static Entrance entrance(Reaching reaching, HostInstance host) throws Refusal {
    Whereabouts beneath = reaching.beneath(List.of(host));
    if (host.by().isPresent()) {
      var _ = Reaching.object(beneath, host.by().get());
    }
    try {
      return reaching
          .connections()
          .entrance(host, beneath.sources())
          .orElseThrow(
              () ->
                  Refusal.of(
                      Exit.WRONG,
                      CommandCodes.NO_WAY_IN,
                      "`" + host.address() + "` is not reached by SSH."));
    } catch (HostProblem problem) {
      throw Reaching.noWay(host, problem);
    }
  }
}
