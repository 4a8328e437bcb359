package dev.dvl.engine.host;

import dev.dvl.compiler.eval.EvaluationProblem;
import dev.dvl.compiler.eval.Evaluator;
import dev.dvl.compiler.ir.HostInstance;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostSpec;
import dev.dvl.engine.provider.Provider;
import dev.dvl.engine.provider.Reader;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The open connections of a run: each host is connected to once, when it is first asked for, and
 * plan and apply share them. Safe for many threads.
 */
public final class Connections implements AutoCloseable {
  private final Providers providers;
  private final Surroundings surroundings;
  private final Evaluator evaluator;
  private final Map<Address, Reader> open = new ConcurrentHashMap<>();
  private final Map<Address, Lock> connecting = new ConcurrentHashMap<>();

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

  /** The connection to a host, opened now if it is not yet. */
  public Reader reader(HostInstance host) throws HostProblem {
    Lock lock = connecting.computeIfAbsent(host.address(), ignored -> new ReentrantLock());
    lock.lock();
    try {
      Reader known = open.get(host.address());
      if (known != null) {
        return known;
      }
      Reader reader =
          provider(host.kind()).connect(spec(host), surroundings.secrets(), surroundings.cancel());
      open.put(host.address(), reader);
      return reader;
    } finally {
      lock.unlock();
    }
  }

  private HostSpec spec(HostInstance host) throws HostProblem {
    SortedMap<String, Value> filled = new TreeMap<>();
    for (Map.Entry<String, Value> entry : host.values().entrySet()) {
      filled.put(entry.getKey(), known(host, entry.getKey(), entry.getValue()));
    }
    return new HostSpec(
        host.address(),
        host.kind(),
        filled,
        surroundings.environment(),
        surroundings.home(),
        surroundings.project());
  }

  private Value known(HostInstance host, String attribute, Value value) throws HostProblem {
    String what = "`" + attribute + "` of the host `" + host.address() + "`";
    try {
      Value filled = evaluator.fill(value, new SecretsOnly(surroundings.secrets()));
      if (!filled.isKnown()) {
        throw new HostProblem(
            HostCodes.NOT_KNOWN, what + " is not known, or uses a secret that is not set.");
      }
      return filled;
    } catch (EvaluationProblem problem) {
      throw new HostProblem(
          HostCodes.NOT_KNOWN, what + " has no value: " + problem.getMessage() + ".", problem);
    }
  }

  /** Closes every connection. */
  @Override
  public void close() {
    open.values().forEach(Reader::close);
    open.clear();
  }
}
