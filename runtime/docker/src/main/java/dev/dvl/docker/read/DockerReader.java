package dev.dvl.docker.read;

import dev.dvl.compiler.ir.Instance;
import dev.dvl.compiler.value.Address;
import dev.dvl.compiler.value.Value;
import dev.dvl.docker.Codes;
import dev.dvl.docker.access.EngineAccess;
import dev.dvl.docker.connect.Connector;
import dev.dvl.docker.connect.Connector.Connected;
import dev.dvl.docker.event.EventStream;
import dev.dvl.docker.foresight.Foreseen;
import dev.dvl.docker.kind.DockerKind;
import dev.dvl.docker.kind.Parallel;
import dev.dvl.docker.kind.Reading;
import dev.dvl.docker.kind.Resolved;
import dev.dvl.docker.registry.Credentials;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.docker.wire.Json;
import dev.dvl.docker.wire.ProtocolError;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.live.Facts;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Inventory;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.provider.Access;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.Event;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.Query;
import dev.dvl.engine.provider.Reader;
import dev.dvl.engine.provider.Writer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads one engine. Everything here is a GET. */
public final class DockerReader implements Reader {
  private final Connected connected;
  private final Json engine;
  private final Facts facts;
  private final Credentials credentials;
  private final List<DockerKind> kinds;
  private final Supplier<Writer> writer;

  /**
   * @param engine what {@code /info} says
   * @param writer made only when somebody asks for it
   */
  public DockerReader(
      Connected connected,
      Json engine,
      Facts facts,
      Credentials credentials,
      List<DockerKind> kinds,
      Supplier<Writer> writer) {
    this.connected = connected;
    this.engine = engine;
    this.facts = facts;
    this.credentials = credentials;
    this.kinds = List.copyOf(kinds);
    this.writer = writer;
  }

  @Override
  public Facts facts() {
    return facts;
  }

  @Override
  public Inventory read(Query query, Cancel cancel) throws HostProblem {
    AtomicBoolean over = new AtomicBoolean();
    cancel.onAsk(
        () -> {
          if (!over.get()) {
            connected.api().close();
          }
        });
    try (Parallel parallel = new Parallel()) {
      return read(query, parallel);
    } catch (EngineError e) {
      throw new HostProblem(
          e.status() == 401 || e.status() == 403 ? Codes.REFUSED : Codes.UNREACHABLE,
          "The Docker engine at "
              + connected.named()
              + " refuses to be read: "
              + e.sentence()
              + ".",
          e);
    } catch (ProtocolError e) {
      throw Connector.notAnEngine(connected.named(), e);
    } catch (IOException e) {
      if (cancel.asked()) {
        throw new HostProblem(
            Codes.CANCELLED,
            "Reading the Docker engine at " + connected.named() + " was given up.",
            e);
      }
      throw new HostProblem(
          Codes.LOST,
          "The connection to the Docker engine at "
              + connected.named()
              + " was lost while reading.",
          e);
    } finally {
      over.set(true);
    }
  }

  @Override
  public AutoCloseable watch(Set<Ref> refs, Consumer<Event> sink) throws HostProblem {
    return EventStream.watch(connected, refs, sink);
  }

  @Override
  public List<Finding> foreseen(List<Op> ops, Map<Address, Ref> objects) {
    return Foreseen.of(connected.api(), engine, credentials, ops, objects);
  }

  @Override
  public Optional<Access> access() {
    return Optional.of(new EngineAccess(connected));
  }

  @Override
  public Writer writer() {
    return writer.get();
  }

  @Override
  public void close() {
    connected.api().close();
  }

  private Inventory read(Query query, Parallel parallel) throws IOException {
    Queue<Finding> told = new ConcurrentLinkedQueue<>();
    Reading reading =
        new Reading(
            connected.api(), engine, credentials, query, images(query), parallel, told::add);
    List<Future<List<Live>>> read =
        kinds.stream().map(kind -> parallel.start(() -> kind.live(reading))).toList();
    List<Live> objects = new ArrayList<>();
    for (Future<List<Live>> some : read) {
      objects.addAll(Parallel.get(some));
    }
    List<Finding> findings = new ArrayList<>(told);
    query.wanted().forEach(wanted -> findings.addAll(kind(wanted).findings(wanted)));
    return new Inventory(objects, resolved(reading, findings), findings);
  }

  private List<String> images(Query query) {
    return query.wanted().stream()
        .flatMap(wanted -> kind(wanted).image(wanted).stream())
        .distinct()
        .toList();
  }

  /** What registries tell. */
  private Map<Address, Map<String, Value>> resolved(Reading reading, List<Finding> findings) {
    Map<Address, Map<String, Value>> resolved = new HashMap<>();
    for (Instance wanted : reading.query().wanted()) {
      Resolved told = kind(wanted).resolved(wanted, reading);
      findings.addAll(told.findings());
      if (!told.values().isEmpty()) {
        resolved.put(wanted.address(), told.values());
      }
    }
    return resolved;
  }

  private DockerKind kind(Instance wanted) {
    return kinds.stream()
        .filter(it -> it.name().equals(wanted.kind()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not a Docker kind: " + wanted.kind()));
  }
}
