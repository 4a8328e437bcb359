package dev.dvl.docker;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.connect.Beforehand;
import dev.dvl.docker.connect.Connector;
import dev.dvl.docker.connect.Connector.Connected;
import dev.dvl.docker.connect.DockerFolder;
import dev.dvl.docker.context.DockerContexts;
import dev.dvl.docker.read.DockerReader;
import dev.dvl.docker.read.EngineFacts;
import dev.dvl.docker.ready.Chain;
import dev.dvl.docker.registry.Credentials;
import dev.dvl.docker.ssh.client.SshEntrance;
import dev.dvl.docker.wire.Dialer;
import dev.dvl.docker.wire.Json;
import dev.dvl.docker.wire.ProtocolError;
import dev.dvl.docker.write.DockerWriter;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.Before;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.Contexts;
import dev.dvl.engine.provider.Entrance;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostSpec;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Lost;
import dev.dvl.engine.provider.Planned;
import dev.dvl.engine.provider.Provider;
import dev.dvl.engine.provider.Reader;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Secrets;
import dev.dvl.stdlib.KindName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/** Docker engines: host kind {@code docker}; containers, networks, volumes and images on them. */
public final class DockerProvider implements Provider {
  private static final Planned NOTHING = new Planned(List.of(), List.of(), Set.of());

  private final Connector connector;

  /** For {@link java.util.ServiceLoader}. */
  public DockerProvider() {
    this(dialer -> dialer);
  }

  /**
   * @param around wraps what opens connections to engines, so that somebody can watch them
   */
  public DockerProvider(UnaryOperator<Dialer> around) {
    this.connector = new Connector(around);
  }

  @Override
  public String id() {
    return "docker";
  }

  @Override
  public Set<String> hostKinds() {
    return Set.of(KindName.DOCKER.word());
  }

  @Override
  public SortedMap<String, Value> canonical(String kind, SortedMap<String, Value> wanted) {
    return DockerKinds.of(kind).canonical(wanted);
  }

  @Override
  public Live beside(SortedMap<String, Value> wanted, Live live) {
    return DockerKinds.of(live.ref().kind()).beside(wanted, live);
  }

  @Override
  public Planned plan(Change change, HostView host) {
    return acts(change) ? DockerKinds.of(change.kind().name()).plan(change, host) : NOTHING;
  }

  @Override
  public List<Lost> lost(Change change, HostView host) {
    return DockerKinds.of(change.kind().name()).lost(change, host);
  }

  /** Whose an object is cannot be written on it; what is adopted may have to be changed. */
  private static boolean acts(Change change) {
    return switch (change.action()) {
      case CREATE, UPDATE, REPLACE, REPLACE_START_FIRST, DESTROY, CONDITIONAL -> true;
      case ADOPT -> !change.fields().isEmpty();
      case MOVE, FORGET, UNDECIDED -> false;
    };
  }

  @Override
  public Reader connect(HostSpec spec, Secrets secrets, Cancel cancel) throws HostProblem {
    return reader(connector.connect(spec, cancel), spec, secrets);
  }

  @Override
  public List<HostProblem> foreseen(HostSpec spec) {
    return Beforehand.problems(spec);
  }

  @Override
  public Reader ready(HostSpec spec, Secrets secrets, Before before, Run run) throws HostProblem {
    return reader(new Chain(connector, spec, before, run).await(), spec, secrets);
  }

  @Override
  public Set<String> running() {
    return Set.of(KindName.CONTAINER.word());
  }

  @Override
  public Optional<Entrance> entrance(HostSpec spec) throws HostProblem {
    return Connector.route(spec, Connector.endpoint(spec)).map(SshEntrance::new);
  }

  @Override
  public Optional<Contexts> contexts(Map<String, String> environment, Path home) {
    return Optional.of(new DockerContexts(DockerFolder.of(environment, home), home));
  }

  private static Reader reader(Connected connected, HostSpec spec, Secrets secrets)
      throws HostProblem {
    Credentials credentials = new Credentials(spec, secrets);
    try {
      Json info = connected.api().get("/info");
      return new DockerReader(
          connected,
          info,
          EngineFacts.of(info, connected.newest()),
          credentials,
          DockerKinds.ALL,
          () -> new DockerWriter(connected, spec.project(), credentials, DockerKinds.ALL));
    } catch (ProtocolError e) {
      connected.api().close();
      throw Connector.notAnEngine(connected.named(), e);
    } catch (IOException e) {
      connected.api().close();
      throw new HostProblem(
          Codes.LOST,
          "The connection to the Docker engine at " + connected.named() + " was lost.",
          e);
    }
  }
}
