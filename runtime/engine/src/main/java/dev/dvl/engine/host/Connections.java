package dev.dvl.engine.host;

import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.eval.Evaluator;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.provider.Before;
import dev.dvl.engine.provider.Entrance;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostSpec;
import dev.dvl.engine.provider.Provider;
import dev.dvl.engine.provider.Reader;
import dev.dvl.engine.provider.Run;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * The open connections of a run: each host is connected to once, when it is first asked for, and
 * plan and apply share them. Safe for many threads.
 */
public final class Connections implements AutoCloseable {
  private final Providers providers;
  private final Surroundings surroundings;
  private final Evaluator evaluator;
  private final Map<Address, Connection> open = new ConcurrentHashMap<>();
  private final Map<Address, Lock> connecting = new ConcurrentHashMap<>();

  /** An open connection, and what it was opened with. */
  private record Connection(HostSpec spec, Reader reader) {}

  private interface Opening {
    Reader open(HostSpec spec) throws HostProblem;
  }

  public Connections(Providers providers, Surroundings surroundings, Evaluator evaluator) {
    this.providers = providers;
    this.surroundings = surroundings;
    this.evaluator = evaluator;
  }

  public Surroundings surroundings() {
    return surroundings;
  }

  public Evaluator evaluator() {
    return evaluator;
  }

  /** The provider that serves the host. */
  public Provider provider(String hostKind) throws HostProblem {
    return providers
        .forHost(hostKind)
        .orElseThrow(
            () ->
                new HostProblem(
                    HostCodes.NO_PROVIDER,
                    "No provider that is installed serves hosts of kind `" + hostKind + "`."));
  }

  /** The connection to a host that stands by itself, opened now if it is not yet. */
  public Reader reader(HostInstance host) throws HostProblem {
    return reader(host, Sources.NONE);
  }

  /**
   * The connection to a host, opened now if it is not yet, or if what it was opened with is no
   * longer so: its machine is another one, or has another address.
   */
  public Reader reader(HostInstance host, Sources sources) throws HostProblem {
    HostSpec spec = spec(host, sources);
    return opened(host, spec, connection -> connection.spec().equals(spec), this::connect);
  }

  /**
   * A new connection to a host that was made or started just now, as soon as it lets itself be
   * used. What was connected to at its address before is let go of.
   */
  public Reader ready(HostInstance host, Sources sources, Before before, Run run)
      throws HostProblem {
    return opened(
        host,
        spec(host, sources),
        none -> false,
        spec -> provider(spec.kind()).ready(spec, surroundings.secrets(), before, run));
  }

  /**
   * Why a host will not let itself be connected to, as far as that can be told without asking it:
   * it may not be there yet.
   */
  public List<HostProblem> foreseen(HostInstance host, Sources sources) {
    try {
      SortedMap<String, Value> filled = new TreeMap<>();
      for (Map.Entry<String, Value> entry : host.values().entrySet()) {
        filled.put(entry.getKey(), filled(host, entry.getKey(), entry.getValue(), sources));
      }
      return provider(host.kind()).foreseen(spec(host, filled, sources));
    } catch (HostProblem problem) {
      return List.of(problem);
    }
  }

  /**
   * The way into the machine that a host is on, if its platform has one.
   *
   * @param sources what is known of what the host is made by, or its block reads
   */
  public Optional<Entrance> entrance(HostInstance host, Sources sources) throws HostProblem {
    return provider(host.kind()).entrance(spec(host, sources));
  }

  private Reader opened(
      HostInstance host, HostSpec spec, Predicate<Connection> stillGood, Opening opening)
      throws HostProblem {
    Lock lock = connecting.computeIfAbsent(host.address(), ignored -> new ReentrantLock());
    lock.lock();
    try {
      Connection known = open.get(host.address());
      if (known != null && stillGood.test(known)) {
        return known.reader();
      }
      if (known != null) {
        open.remove(host.address());
        known.reader().close();
      }
      Reader reader = opening.open(spec);
      open.put(host.address(), new Connection(spec, reader));
      return reader;
    } finally {
      lock.unlock();
    }
  }

  private Reader connect(HostSpec spec) throws HostProblem {
    return provider(spec.kind()).connect(spec, surroundings.secrets(), surroundings.cancel());
  }

  /** Where a host is and how to get in, everything in it known. */
  public HostSpec spec(HostInstance host, Sources sources) throws HostProblem {
    SortedMap<String, Value> filled = new TreeMap<>();
    for (Map.Entry<String, Value> entry : host.values().entrySet()) {
      filled.put(entry.getKey(), known(host, entry.getKey(), entry.getValue(), sources));
    }
    return spec(host, filled, sources);
  }

  private HostSpec spec(HostInstance host, SortedMap<String, Value> filled, Sources sources) {
    return new HostSpec(
        host.address(),
        host.kind(),
        filled,
        host.by().flatMap(sources::object).map(Ref::id),
        surroundings.environment(),
        surroundings.home(),
        surroundings.project(),
        surroundings.prompt());
  }

  private Value known(HostInstance host, String attribute, Value value, Sources sources)
      throws HostProblem {
    Value filled = filled(host, attribute, value, sources);
    if (!filled.isKnown()) {
      throw new HostProblem(
          HostCodes.NOT_KNOWN,
          named(host, attribute) + " is not known, or uses a secret that is not set.");
    }
    return filled;
  }

  private Value filled(HostInstance host, String attribute, Value value, Sources sources)
      throws HostProblem {
    try {
      return evaluator.fill(value, new KnownForHosts(surroundings.secrets(), sources));
    } catch (EvaluationProblem problem) {
      throw new HostProblem(
          HostCodes.NOT_KNOWN,
          named(host, attribute) + " has no value: " + problem.getMessage() + ".",
          problem);
    }
  }

  private static String named(HostInstance host, String attribute) {
    return "`" + attribute + "` of the host `" + host.address() + "`";
  }

  /** Closes every connection. */
  @Override
  public void close() {
    open.values().forEach(connection -> connection.reader().close());
    open.clear();
  }
}
