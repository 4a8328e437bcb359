package dev.dvl.contract;

import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.live.Facts;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Inventory;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.provider.Before;
import dev.dvl.engine.provider.Begun;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.Event;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostSpec;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.LastChange;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Provider;
import dev.dvl.engine.provider.Query;
import dev.dvl.engine.provider.Reader;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Secrets;
import dev.dvl.engine.provider.Writer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A provider that counts how often its writer is asked for, and lets others stand at its calls. */
final class Watched implements Provider {
  private final Provider provider;
  private final Calls calls;
  private final AtomicInteger writers = new AtomicInteger();

  Watched(Provider provider, Calls calls) {
    this.provider = provider;
    this.calls = calls;
  }

  /** Told of every op that is carried out; what they throw ends the op there. */
  interface Calls {
    Calls NONE =
        new Calls() {
          @Override
          public void before(Op op) {}

          @Override
          public void over(Op op) {}

          @Override
          public void after(Op op) {}
        };

    void before(Op op) throws OpProblem;

    /** The call has ended, well or not. */
    void over(Op op);

    /** The call has ended well. */
    void after(Op op) throws OpProblem;
  }

  int writers() {
    return writers.get();
  }

  @Override
  public String id() {
    return provider.id();
  }

  @Override
  public Set<String> hostKinds() {
    return provider.hostKinds();
  }

  @Override
  public SortedMap<String, Value> canonical(String kind, SortedMap<String, Value> wanted) {
    return provider.canonical(kind, wanted);
  }

  @Override
  public Live beside(SortedMap<String, Value> wanted, Live live) {
    return provider.beside(wanted, live);
  }

  @Override
  public Planned plan(Change change, HostView host) {
    return provider.plan(change, host);
  }

  @Override
  public List<String> left(Live live) {
    return provider.left(live);
  }

  @Override
  public List<HostProblem> foreseen(HostSpec spec) {
    return provider.foreseen(spec);
  }

  @Override
  public Reader ready(HostSpec spec, Secrets secrets, Before before, Run run) throws HostProblem {
    return new WatchedReader(provider.ready(spec, secrets, before, run));
  }

  @Override
  public Reader connect(HostSpec spec, Secrets secrets, Cancel cancel) throws HostProblem {
    return new WatchedReader(provider.connect(spec, secrets, cancel));
  }

  private final class WatchedReader implements Reader {
    private final Reader reader;

    WatchedReader(Reader reader) {
      this.reader = reader;
    }

    @Override
    public Facts facts() {
      return reader.facts();
    }

    @Override
    public Inventory read(Query query, Cancel cancel) throws HostProblem {
      return reader.read(query, cancel);
    }

    @Override
    public Map<Ref, LastChange> lastChanges(Collection<Ref> objects, Optional<Instant> since) {
      return reader.lastChanges(objects, since);
    }

    @Override
    public List<Finding> foreseen(List<Op> ops, Map<Address, Ref> objects) {
      return reader.foreseen(ops, objects);
    }

    @Override
    public AutoCloseable watch(Set<Ref> refs, Consumer<Event> sink) throws HostProblem {
      return reader.watch(refs, sink);
    }

    @Override
    public Writer writer() {
      writers.incrementAndGet();
      return new WatchedWriter(reader.writer());
    }

    @Override
    public void close() {
      reader.close();
    }
  }

  private final class WatchedWriter implements Writer {
    private final Writer writer;

    WatchedWriter(Writer writer) {
      this.writer = writer;
    }

    @Override
    public Done execute(Op op, SortedMap<String, Value> filled, Run run) throws OpProblem {
      calls.before(op);
      try {
        Done done = writer.execute(op, filled, run);
        calls.after(op);
        return done;
      } finally {
        calls.over(op);
      }
    }

    @Override
    public Probe probe(Op op, SortedMap<String, Value> filled, Begun begun, Cancel cancel)
        throws HostProblem {
      return writer.probe(op, filled, begun, cancel);
    }
  }
}
