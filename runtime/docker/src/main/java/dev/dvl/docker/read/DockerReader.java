package dev.dvl.docker.read;

import dev.dvl.docker.Codes;
import dev.dvl.docker.connect.Connector;
import dev.dvl.docker.connect.Connector.Connected;
import dev.dvl.docker.container.ContainerReading;
import dev.dvl.docker.event.EventStream;
import dev.dvl.docker.image.Images;
import dev.dvl.docker.kind.Lists;
import dev.dvl.docker.kind.Parallel;
import dev.dvl.docker.network.Networks;
import dev.dvl.docker.volume.Volumes;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.docker.wire.Json;
import dev.dvl.docker.wire.ProtocolError;
import dev.dvl.engine.live.Facts;
import dev.dvl.engine.live.Inventory;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.Event;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.Query;
import dev.dvl.engine.provider.Reader;
import dev.dvl.engine.provider.Writer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads one engine. Everything here is a GET. */
public final class DockerReader implements Reader {
  private final Connected connected;
  private final Json engine;
  private final Facts facts;
  private final Outside outside;
  private final Supplier<Writer> writer;

  /**
   * @param engine what {@code /info} says
   * @param writer made only when somebody asks for it
   */
  public DockerReader(
      Connected connected, Json engine, Facts facts, Outside outside, Supplier<Writer> writer) {
    this.connected = connected;
    this.engine = engine;
    this.facts = facts;
    this.outside = outside;
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
  public Writer writer() {
    return writer.get();
  }

  @Override
  public void close() {
    connected.api().close();
  }

  private Inventory read(Query query, Parallel parallel) throws IOException {
    Lists lists = new Lists(connected.api(), query);
    Future<List<Json>> containers = parallel.start(lists::containers);
    Future<List<Json>> networks = parallel.start(lists::networks);
    Future<List<Json>> volumes = parallel.start(lists::volumes);
    List<Json> images = lists.images();
    List<Live> objects = new ArrayList<>(containers(Parallel.get(containers), query, parallel));
    Parallel.get(networks).forEach(it -> objects.add(Networks.live(it, query.stack())));
    Parallel.get(volumes).forEach(it -> objects.add(Volumes.live(it, query.stack())));
    objects.addAll(new Images(images, query).live());
    Outside.Found outside = this.outside.look(query);
    return new Inventory(objects, outside.resolved(), outside.findings());
  }

  private List<Live> containers(List<Json> entries, Query query, Parallel parallel)
      throws IOException {
    Map<String, Json> inspected =
        parallel.all(
            entries.stream().map(entry -> entry.at("Id").text()).toList(),
            id -> inspect("/containers/" + id + "/json"));
    Map<String, Json> images =
        parallel.all(
            inspected.values().stream()
                .map(container -> container.at("Image").text())
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList(),
            id -> inspect("/images/" + id + "/json"));
    ContainerReading reading = new ContainerReading(engine, query.stack());
    return inspected.values().stream()
        .filter(container -> !container.isNil())
        .map(
            container ->
                reading.live(
                    container, images.getOrDefault(container.at("Image").text(), Json.Nil.NIL)))
        .toList();
  }

  /** Nothing where it is gone by now. */
  private Json inspect(String path) throws IOException {
    try {
      return connected.api().get(path);
    } catch (EngineError e) {
      if (e.notFound()) {
        return Json.Nil.NIL;
      }
      throw e;
    }
  }
}
