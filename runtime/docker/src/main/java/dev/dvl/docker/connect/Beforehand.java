package dev.dvl.docker.connect;

import dev.dvl.compiler.value.Field;
import dev.dvl.docker.ssh.Route;
import dev.dvl.docker.ssh.Routes;
import dev.dvl.docker.ssh.client.Keys;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostSpec;
import dev.dvl.stdlib.DockerPart;
import dev.dvl.stdlib.DockerSshPart;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with the way to an engine, as far as this machine alone can tell. The engine's own
 * may not be there yet.
 */
public final class Beforehand {
  private final HostSpec spec;
  private final DockerPart block;

  private Beforehand(HostSpec spec) {
    this.spec = spec;
    this.block = DockerPart.of(spec.values());
  }

  /** Every reason that is known beforehand; none where all may go well. */
  public static List<HostProblem> problems(HostSpec spec) {
    try {
      return new Beforehand(spec).problems();
    } catch (HostProblem problem) {
      return List.of(problem);
    }
  }

  private List<HostProblem> problems() throws HostProblem {
    if (isUnnamed()) {
      return ofKeys(Routes.toUnnamed(spec, Connector.patience(spec)));
    }
    if (block.endpoint() instanceof Field.Later) {
      Optional<Endpoint.Tls> tls = new Endpoints(spec).tlsOfBlock();
      if (tls.isPresent()) {
        var _ = TlsContext.of(tls.get());
      }
      return List.of();
    }
    Endpoint endpoint = new Endpoints(spec).choose();
    if (endpoint.isSsh()) {
      return ofKeys(Routes.to(spec, endpoint.url(), Connector.patience(spec)));
    }
    var _ = Connector.dialer(endpoint, Connector.patience(spec));
    return List.of();
  }

  /** A machine that is reached by SSH, and has no address yet, or none while it is off. */
  private boolean isUnnamed() {
    Optional<DockerSshPart> ssh = block.ssh().known();
    if (ssh.isEmpty()) {
      return false;
    }
    boolean later =
        block.endpoint() instanceof Field.Later || ssh.get().host() instanceof Field.Later;
    return later || (spec.machine().isPresent() && ssh.get().host().known().isEmpty());
  }

  private static List<HostProblem> ofKeys(Route route) {
    return Keys.problems(route).stream()
        .map(problem -> new HostProblem(problem.code(), problem.sentence(), problem))
        .toList();
  }
}
