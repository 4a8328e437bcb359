package dev.dvl.docker.container.write;

import dev.dvl.docker.container.plan.ContainerArguments.Leave;
import dev.dvl.docker.kind.DockerEngine;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.network.NetworkKind;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import java.io.IOException;
import java.util.Optional;

/** {@code network.disconnect}. What is not in the network has left it. */
record LeaveNetwork(DockerEngine engine) implements Primitive<Leave> {

  @Override
  public Class<Leave> arguments() {
    return Leave.class;
  }

  @Override
  public String failing(Leave args) {
    return "a container cannot leave a network";
  }

  @Override
  public Done run(Leave args, Run run) throws IOException {
    String container = args.container();
    String network = args.network().known().orElseThrow().text();
    try {
      engine.client().networks().disconnect(network, container);
    } catch (EngineError refused) {
      if (isMember(container, network)) {
        throw refused;
      }
    }
    return engine
        .find(MadeContainer.path(container))
        .map(it -> MadeContainer.of(it, engine))
        .orElse(Done.NOTHING);
  }

  /** The engine has one status for what is no member and for what it cannot do. */
  private boolean isMember(String container, String network) throws IOException {
    Optional<Json> there = engine.find(NetworkKind.path(network));
    Optional<Json> member = engine.find(MadeContainer.path(container));
    return there.isPresent()
        && member.isPresent()
        && (MadeContainer.isIn(member.get(), there.get().at("Name").text())
            || MadeContainer.isIn(member.get(), there.get().at("Id").text()));
  }

  /** Leaving once more does no harm. */
  @Override
  public Probe probe(Leave args) {
    return new Probe.NotDone();
  }
}
