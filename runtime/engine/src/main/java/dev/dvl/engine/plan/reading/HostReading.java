package dev.dvl.engine.plan.reading;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.diagnostic.Diagnostic;
import dev.dvl.compiler.diagnostic.Outcome;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.ir.Program;
import dev.dvl.compiler.value.Address;
import dev.dvl.engine.host.Sources;
import dev.dvl.engine.host.Surroundings;
import dev.dvl.engine.live.Facts;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Inventory;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.plan.input.PlanRequest;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Query;
import dev.dvl.engine.provider.Reader;
import java.nio.file.Path;
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
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Connects to the hosts of one layer and reads each once, all at the same time. A host that is made
 * in this plan is not there yet; one that is there and gives no answer is left undecided, with all
 * that stands on it.
 */
public final class HostReading {
  private final Selected selected;
  private final PlanRequest request;
  private final SeenHosts earlier;
  private final Sources sources;
  private final Predicate<Instance> wanted;

  private record Answer(HostView view, List<HostProblem> problems) {}

  /**
   * Why hosts cannot be read.
   *
   * @param passing whether what stands on them waits
   */
  private record Reason(Code code, String why, boolean passing) {}

  private HostReading(SeenHosts earlier, Sources sources, Predicate<Instance> wanted) {
    this.earlier = earlier;
    this.sources = sources;
    this.wanted = wanted;
    this.selected = earlier.selected();
    this.request = selected.request();
  }

  /**
   * How hosts show themselves now; says what is wrong with those that cannot be read.
   *
   * @param earlier the hosts of all earlier layers, which have all that these are made by or read
   * @param sources what is known of the objects there
   * @param wanted the resources for which the outside world is asked, too
   */
  public static Outcome<SeenHosts> of(
      List<HostInstance> hosts, SeenHosts earlier, Sources sources, Predicate<Instance> wanted) {
    return new HostReading(earlier, sources, wanted).all(hosts);
  }

  private Outcome<SeenHosts> all(List<HostInstance> hosts) {
    Map<Address, List<Instance>> byHost =
        selected.instances().values().stream()
            .collect(Collectors.groupingBy(it -> selected.host(it.address())));
    SortedMap<Address, HostView> views = new TreeMap<>();
    List<Diagnostic> found = new ArrayList<>();
    Map<Reason, List<HostInstance>> unread = new LinkedHashMap<>();
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
            reasons(host, answer)
                .forEach(it -> unread.computeIfAbsent(it, ignored -> new ArrayList<>()).add(host));
            findings(answer.view()).forEach(finding -> found.add(selected.told(finding)));
          });
    }
    List<Diagnostic> diagnostics = new ArrayList<>();
    unread.forEach((reason, those) -> diagnostics.add(told(reason, those)));
    diagnostics.addAll(found);
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
    List<Instance> looked = instances.stream().filter(wanted).toList();
    return new Query(request.inputs().stack(), claims, looked, Query.Scope.OURS);
  }

  private static void known(Map<Address, Ref> objects, List<Query.Claim> claims) {
    objects.forEach(
        (address, ref) -> {
          claims.add(new Query.Claim(address, ref.kind(), ref.name()));
          claims.add(new Query.Claim(address, ref.kind(), ref.id()));
        });
  }

  /** Why a host cannot be asked: what it is made by is not there, or nobody can tell of it. */
  private Optional<HostView> notThere(Address source) {
    HostView below = earlier.views().get(selected.host(source));
    Optional<String> silent = sources.unreadable(source);
    if (silent.isPresent()) {
      String why = "`" + source + "` cannot be read. " + silent.get();
      return Optional.of(new HostView.Unreadable(why, Optional.empty()));
    }
    return below instanceof HostView.Readable
        ? sources
            .object(source)
            .map(ignored -> Optional.<HostView>empty())
            .orElseGet(() -> Optional.of(new HostView.New(Facts.NONE, Inventory.EMPTY)))
        : Optional.ofNullable(below);
  }

  private Answer read(HostInstance host, Query query) {
    Optional<HostView> below =
        host.sources().stream().flatMap(it -> notThere(it).stream()).findFirst();
    if (below.isPresent()) {
      return new Answer(
          below.get() instanceof HostView.New
              ? earlier.anew(host, digested(Inventory.EMPTY, query))
              : below.get(),
          foreseen(host));
    }
    try {
      Reader reader = request.connections().reader(host, sources);
      Surroundings around = request.connections().surroundings();
      Inventory live = digested(reader.read(query, around.cancel()), query);
      return new Answer(new HostView.Readable(reader.facts(), live), List.of());
    } catch (HostProblem problem) {
      String why = String.valueOf(problem.getMessage());
      List<HostProblem> reasons = foreseen(host);
      return new Answer(
          new HostView.Unreadable(why, Optional.empty()),
          reasons.isEmpty() ? List.of(problem) : reasons);
    }
  }

  /** What would only be told in the middle of an apply, behind the calls that make its machine. */
  private List<HostProblem> foreseen(HostInstance host) {
    return request.options().destroy() ? List.of() : request.connections().foreseen(host, sources);
  }

  private Inventory digested(Inventory live, Query query) {
    Path project = request.connections().surroundings().project();
    return new LocalDigests(selected, project).added(live, query.wanted());
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

  /** Whether all is to go and the host's machine with it: then nobody needs to look in there. */
  private boolean goes(HostInstance host) {
    return request.options().destroy()
        && host.by().filter(selected.picked()::containsKey).isPresent();
  }

  private List<Reason> reasons(HostInstance host, Answer answer) {
    return goes(host)
        ? List.of()
        : answer.problems().stream()
            .map(
                problem ->
                    new Reason(
                        problem.code(),
                        String.valueOf(problem.getMessage()),
                        host.by().isPresent() && problem.mayPass()))
            .toList();
  }

  /**
   * The same of several hosts is told once. That a machine is off, or still starting, is no
   * mistake: what stands on it waits.
   */
  private static Diagnostic told(Reason reason, List<HostInstance> hosts) {
    HostInstance first = hosts.getFirst();
    String name = "`" + first.address() + "`";
    Diagnostic told =
        reason.passing()
            ? Diagnostic.at(
                ReadingCodes.UNDECIDED,
                first.origin(),
                "what stands on " + name + " is not decided yet")
            : Diagnostic.at(reason.code(), first.origin(), name);
    told = told.note(reason.why());
    return hosts.size() == 1
        ? told
        : told.note(
            "It is the same for "
                + hosts.stream()
                    .skip(1)
                    .map(host -> "`" + host.address() + "`")
                    .collect(Collectors.joining(", "))
                + ".");
  }

  private static List<Finding> findings(HostView view) {
    return switch (view) {
      case HostView.Readable(var ignored, Inventory live) -> live.findings();
      case HostView.New(var ignored, Inventory local) -> local.findings();
      case HostView.Unreadable _ -> List.of();
    };
  }
}
