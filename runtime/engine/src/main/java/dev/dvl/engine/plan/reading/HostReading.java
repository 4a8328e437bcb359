package dev.dvl.engine.plan.reading;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.host.Surroundings;
import dev.dvl.engine.live.Inventory;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.input.PlanRequest;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Query;
import dev.dvl.engine.provider.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Connects to the hosts of one layer and reads each once, all at the same time. */
public final class HostReading {
  private final Selected selected;
  private final PlanRequest request;

  private record Answer(HostView view, Optional<HostProblem> problem) {}

  private HostReading(Selected selected) {
    this.selected = selected;
    this.request = selected.request();
  }

  /**
   * How hosts show themselves now; says what is wrong with those that cannot be read.
   *
   * @param hosts of the program, each of which can be connected to by what is known so far
   */
  public static Outcome<SeenHosts> of(Selected selected, List<HostInstance> hosts) {
    return new HostReading(selected).all(hosts);
  }

  private Outcome<SeenHosts> all(List<HostInstance> hosts) {
    Map<Address, List<Instance>> byHost =
        selected.instances().values().stream()
            .collect(Collectors.groupingBy(it -> selected.host(it.address())));
    SortedMap<Address, HostView> views = new TreeMap<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<HostInstance, Future<Answer>> answers = new LinkedHashMap<>();
      for (HostInstance host : hosts) {
        Query query = query(byHost.getOrDefault(host.address(), List.of()));
        answers.put(host, threads.submit(() -> read(host, query)));
      }
      answers.forEach(
          (host, future) -> {
            Answer answer = result(future);
            views.put(host.address(), answer.view());
            diagnostics.addAll(told(host, answer));
          });
    }
    return new Outcome<>(new SeenHosts(selected, views), diagnostics);
  }

  private Query query(List<Instance> instances) {
    List<Query.Claim> claims = new ArrayList<>();
    for (Instance instance : instances) {
      PlatformName.of(selected.kind(instance), instance)
          .ifPresent(
              name -> claims.add(new Query.Claim(instance.address(), instance.kind(), name)));
    }
    known(request.facts().made(), claims);
    known(request.facts().adopted(), claims);
    for (Program.Adoption adoption : selected.program().adoptions()) {
      instances.stream()
          .filter(it -> it.address().equals(adoption.address()))
          .map(it -> new Query.Claim(it.address(), it.kind(), adoption.platformName()))
          .forEach(claims::add);
    }
    List<Instance> wanted = request.options().destroy() ? List.of() : instances;
    return new Query(request.inputs().stack(), claims, wanted, Query.Scope.OURS);
  }

  private static void known(Map<Address, Ref> objects, List<Query.Claim> claims) {
    objects.forEach(
        (address, ref) -> {
          claims.add(new Query.Claim(address, ref.kind(), ref.name()));
          claims.add(new Query.Claim(address, ref.kind(), ref.id()));
        });
  }

  private Answer read(HostInstance host, Query query) {
    try {
      Reader reader = request.connections().reader(host);
      Surroundings around = request.connections().surroundings();
      Inventory live = reader.read(query, around.cancel());
      Inventory whole = new LocalDigests(selected, around.project()).added(live, query.wanted());
      return new Answer(new HostView.Readable(reader.facts(), whole), Optional.empty());
    } catch (HostProblem problem) {
      String why = String.valueOf(problem.getMessage());
      return new Answer(new HostView.Unreadable(why, Optional.empty()), Optional.of(problem));
    }
  }

  private static Answer result(Future<Answer> future) {
    try {
      return future.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while hosts were read", interrupted);
    } catch (ExecutionException bug) {
      throw new IllegalStateException("a provider failed while reading", bug.getCause());
    }
  }

  private List<Diagnostic> told(HostInstance host, Answer answer) {
    List<Diagnostic> told = new ArrayList<>();
    answer
        .problem()
        .map(
            problem ->
                Diagnostic.at(problem.code(), host.origin(), "`" + host.address() + "`")
                    .note(String.valueOf(problem.getMessage())))
        .ifPresent(told::add);
    if (answer.view() instanceof HostView.Readable(var ignored, Inventory live)) {
      live.findings().forEach(finding -> told.add(selected.told(finding)));
    }
    return told;
  }
}
