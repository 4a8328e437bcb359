package dev.dvl.engine.plan;

import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Inventory;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Query;
import dev.dvl.engine.provider.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Connects to every host and reads it once, all at the same time. */
final class ReadHosts implements PlanStep {
  private record Answer(HostView view, Optional<HostProblem> problem) {}

  @Override
  public void run(Draft draft) {
    Map<Address, List<Instance>> byHost = new HashMap<>();
    for (Instance instance : draft.instances.values()) {
      byHost
          .computeIfAbsent(draft.host(instance.address()).address(), ignored -> new ArrayList<>())
          .add(instance);
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<HostInstance, Future<Answer>> answers = new HashMap<>();
      for (HostInstance host : draft.program.hosts()) {
        Query query = query(draft, byHost.getOrDefault(host.address(), List.of()));
        answers.put(host, threads.submit(() -> read(draft, host, query)));
      }
      draft.program.hosts().forEach(host -> accept(draft, host, result(answers.get(host))));
    }
  }

  private static Query query(Draft draft, List<Instance> instances) {
    List<Query.Claim> claims = new ArrayList<>();
    for (Instance instance : instances) {
      PlatformName.of(draft.kinds.get(instance.kind()), instance)
          .ifPresent(
              name -> claims.add(new Query.Claim(instance.address(), instance.kind(), name)));
    }
    known(draft.inputs.facts().made(), claims);
    known(draft.inputs.facts().adopted(), claims);
    for (Program.Adoption adoption : draft.program.adoptions()) {
      instances.stream()
          .filter(it -> it.address().equals(adoption.address()))
          .map(it -> new Query.Claim(it.address(), it.kind(), adoption.platformName()))
          .forEach(claims::add);
    }
    List<Instance> wanted = draft.inputs.options().destroy() ? List.of() : instances;
    return new Query(draft.inputs.stack(), claims, wanted, Query.Scope.OURS);
  }

  private static void known(Map<Address, Ref> objects, List<Query.Claim> claims) {
    objects.forEach(
        (address, ref) -> {
          claims.add(new Query.Claim(address, ref.kind(), ref.name()));
          claims.add(new Query.Claim(address, ref.kind(), ref.id()));
        });
  }

  private static Answer read(Draft draft, HostInstance host, Query query) {
    try {
      Reader reader = draft.connections.reader(host);
      Inventory live = reader.read(query, draft.connections.surroundings().cancel());
      return new Answer(new HostView.Readable(reader.facts(), live), Optional.empty());
    } catch (HostProblem problem) {
      String why = String.valueOf(problem.getMessage());
      return new Answer(new HostView.Unreadable(why, Optional.empty()), Optional.of(problem));
    }
  }

  private static Answer result(@org.jspecify.annotations.Nullable Future<Answer> future) {
    try {
      return java.util.Objects.requireNonNull(future).get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while hosts were read", interrupted);
    } catch (ExecutionException bug) {
      throw new IllegalStateException("a provider failed while reading", bug.getCause());
    }
  }

  private static void accept(Draft draft, HostInstance host, Answer answer) {
    draft.views.put(host.address(), answer.view());
    answer
        .problem()
        .ifPresent(
            problem ->
                draft.diagnostics.report(
                    Diagnostic.at(problem.code(), host.origin(), "`" + host.address() + "`")
                        .note(String.valueOf(problem.getMessage()))));
    if (answer.view() instanceof HostView.Readable(var ignored, Inventory live)) {
      for (Finding finding : live.findings()) {
        draft.diagnostics.report(Findings.diagnostic(draft, finding));
      }
    }
  }
}
