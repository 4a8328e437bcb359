package dev.dvl.cli.command;

import dev.dvl.cli.terminal.Terminal;
import dev.dvl.cli.world.Worlds;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.host.Connections;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.plan.Whereabouts;
import dev.dvl.engine.provider.Contexts;
import dev.dvl.engine.provider.HostProblem;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** {@code dvl context}: lets Docker's own command line reach the machines of a program. */
final class ContextCommand implements Command {
  private static final String REMOVE = "--remove";

  @Override
  public String name() {
    return "context";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "dvl context",
        "dvl context app[0] && docker --context shop-app-0 ps",
        "dvl context --remove");
  }

  @Override
  public String about() {
    return """
    Writes a context of Docker's own command line for each machine of a program that containers
    can stand on, or for the host that is named; what is already so stays as it is. One that dvl
    did not write is never touched. By SSH it goes with the same key, jump hosts and host key as
    dvl, by files in ~/.ssh/dvl, which a line in ~/.ssh/config must include; dvl says which.\
    """;
  }

  @Override
  public void describe(Spec spec) {
    Options.operand(spec, "ADDRESS", "only this machine, or this host");
    Options.flag(spec, REMOVE, "remove what it has written, also of machines that are gone");
    Options.reached(spec);
  }

  @Override
  public Exit run(Invocation invocation) throws Refusal {
    if (invocation.has(Options.SANDBOX)) {
      throw Refusal.of(
          Exit.WRONG, CommandCodes.NO_WAY_IN, "Nothing in the sandbox can be reached by Docker.");
    }
    try (Reaching reaching = Reaching.of(invocation)) {
      return invocation.has(REMOVE) ? remove(invocation, reaching) : write(invocation, reaching);
    }
  }

  private static Exit write(Invocation invocation, Reaching reaching) throws Refusal {
    List<HostInstance> hosts = hosts(invocation, reaching);
    keep(reaching);
    Whereabouts beneath = reaching.beneath(hosts);
    Exit exit = Exit.DONE;
    for (HostInstance host : hosts) {
      try {
        write(invocation.terminal(), reaching, beneath, host);
      } catch (Refusal refusal) { // one that is off keeps no other from having its own
        DiagnosticOutput.text(
            refusal.sources(),
            refusal.diagnostics(),
            invocation.terminal(),
            invocation.colourErr());
        exit = refusal.exit();
      }
    }
    return exit;
  }

  /** The entries say whose they are, so that the stack must be known from now on. */
  private static void keep(Reaching reaching) throws Refusal {
    try {
      reaching.compiled().identity().keep();
    } catch (IOException failed) {
      throw Ledgers.refusal(failed);
    }
  }

  /** The one that is named, else all machines. */
  private static List<HostInstance> hosts(Invocation invocation, Reaching reaching) throws Refusal {
    Optional<String> address = invocation.operand(0);
    if (address.isPresent()) {
      return List.of(reaching.picking().host(address.get()));
    }
    List<HostInstance> machines =
        reaching.compiled().program().hosts().stream().filter(it -> it.by().isPresent()).toList();
    if (machines.isEmpty()) {
      throw Refusal.of(
          Exit.WRONG,
          CommandCodes.NO_ADDRESS,
          "The program has no machine that containers can stand on.",
          "`dvl context HOST` writes a context for a host with a block of its own.");
    }
    return machines;
  }

  private static void write(
      Terminal terminal, Reaching reaching, Whereabouts beneath, HostInstance host) throws Refusal {
    if (host.by().isPresent()) {
      var _ = Reaching.object(beneath, host.by().get());
    }
    Connections connections = reaching.connections();
    String name = name(reaching, host.address());
    try {
      Contexts contexts =
          connections
              .provider(host.kind())
              .contexts(terminal.environment(), terminal.home())
              .orElseThrow(
                  () ->
                      Refusal.of(
                          Exit.WRONG,
                          CommandCodes.NO_WAY_IN,
                          "`" + host.address() + "` is no engine that has contexts."));
      Contexts.Entry entry =
          contexts.write(
              name,
              new Contexts.Owner(stack(reaching), host.address()),
              connections.spec(host, beneath.sources()));
      terminal.out().println(name + (entry.changed() ? ": written" : ": as it was"));
      entry.notes().forEach(terminal.err()::println);
    } catch (HostProblem problem) {
      throw Reaching.noWay(host, problem);
    }
  }

  private static Exit remove(Invocation invocation, Reaching reaching) throws Refusal {
    Terminal terminal = invocation.terminal();
    Optional<Address> only = invocation.operand(0).flatMap(Address::parse);
    SortedSet<String> removed = new TreeSet<>();
    try {
      for (Contexts contexts : Worlds.contexts(terminal.environment(), terminal.home())) {
        for (Address address : contexts.of(stack(reaching))) {
          if (only.isEmpty() || only.get().equals(address)) {
            removed.addAll(contexts.remove(new Contexts.Owner(stack(reaching), address)));
          }
        }
      }
    } catch (HostProblem problem) {
      throw Reaching.refusal(problem);
    }
    removed.forEach(name -> terminal.out().println(name + ": removed"));
    if (removed.isEmpty()) {
      terminal.err().println("There is no context that dvl wrote for this stack.");
    }
    return Exit.DONE;
  }

  private static String stack(Reaching reaching) {
    Stack stack = reaching.compiled().identity().stack();
    return stack.id() + "/" + stack.name();
  }

  private static String name(Reaching reaching, Address address) {
    return ContextName.of(
        reaching.compiled().program().module(),
        reaching.compiled().identity().stack().name(),
        address);
  }
}
