package dev.dvl.cli.command;

import dev.dvl.cli.Version;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.host.Connections;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.OpIds;
import dev.dvl.engine.plan.Whereabouts;
import dev.dvl.engine.plan.input.PlanInputs;
import dev.dvl.engine.plan.input.PlanOptions;
import dev.dvl.engine.plan.input.PlanRequest;
import dev.dvl.engine.provider.Access;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.HostProblem;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The way from an address on the command line to the live object behind it. */
final class Reaching implements AutoCloseable {
  private final Compiled compiled;
  private final Planning planning;
  private final Connections connections;

  private Reaching(Compiled compiled, Planning planning, Connections connections) {
    this.compiled = compiled;
    this.planning = planning;
    this.connections = connections;
  }

  /** Over the program that the command line names; nothing is asked yet. */
  static Reaching of(Invocation invocation) throws Refusal {
    return over(invocation, new Compiling(invocation).compiled());
  }

  /** Over a program that is compiled already. */
  static Reaching over(Invocation invocation, Compiled compiled) throws Refusal {
    Planning planning = new Planning(invocation, compiled);
    return new Reaching(compiled, planning, planning.connections(Cancel.NEVER));
  }

  Compiled compiled() {
    return compiled;
  }

  Connections connections() {
    return connections;
  }

  Picking picking() {
    return new Picking(compiled.program());
  }

  /** Where the objects of some resources are. */
  Whereabouts resources(List<Instance> resources) throws Refusal {
    return found(resources.stream().map(Instance::address).collect(Collectors.toSet()), Set.of());
  }

  /** What some hosts are made by, or read; they themselves are not asked. */
  Whereabouts beneath(List<HostInstance> hosts) throws Refusal {
    return found(Set.of(), Set.copyOf(hosts));
  }

  private Whereabouts found(Set<Address> resources, Set<HostInstance> hosts) throws Refusal {
    PlanInputs inputs =
        new PlanInputs(
            compiled.identity().stack(),
            PlanOptions.NONE,
            PlanCommand.facts(planning),
            new OpIds(),
            Version.NUMBER);
    Outcome<Whereabouts> found =
        Whereabouts.of(
            new PlanRequest(compiled.program(), compiled.kinds(), inputs, connections),
            resources,
            hosts);
    if (found.hasErrors()) {
      throw new Refusal(
          ExitCodes.of(found.diagnostics()), found.diagnostics(), compiled.project().sources());
    }
    return found.value();
  }

  /** The object of a resource, which must be there. */
  static Ref object(Whereabouts where, Address resource) throws Refusal {
    if (where.silence(resource).isPresent()) {
      throw Refusal.of(
          Exit.NO_CONNECTION,
          CommandCodes.SILENT,
          "What stands on `" + where.host(resource).address() + "` cannot be reached.",
          where.silence(resource).get());
    }
    return where
        .object(resource)
        .map(Live::ref)
        .orElseThrow(
            () ->
                Refusal.of(
                    Exit.FAILED,
                    CommandCodes.NOT_MADE,
                    "`" + resource + "` is not there.",
                    "`dvl apply` makes it."));
  }

  /** What people may do with what runs on the host of a resource. */
  Access access(Whereabouts where, Address resource) throws Refusal {
    HostInstance host = where.host(resource);
    try {
      return connections
          .reader(host, where.sources())
          .access()
          .orElseThrow(
              () -> new IllegalStateException("a host of what runs gives no access: " + host));
    } catch (HostProblem problem) {
      throw refusal(problem);
    }
  }

  /** Why nobody gets to a host before it was even asked: its machine has no address now. */
  static Refusal noWay(HostInstance host, HostProblem problem) {
    return problem.mayPass()
        ? Refusal.of(
            Exit.NO_CONNECTION,
            CommandCodes.SILENT,
            "`" + host.address() + "` cannot be reached.",
            String.valueOf(problem.getMessage()))
        : refusal(problem);
  }

  /** A host's own words. */
  static Refusal refusal(HostProblem problem, String... more) {
    Refusal said =
        Refusal.of(Exit.FAILED, problem.code(), String.valueOf(problem.getMessage()), more);
    return new Refusal(ExitCodes.of(said.diagnostics()), said.diagnostics(), said.sources());
  }

  @Override
  public void close() {
    connections.close();
  }
}
