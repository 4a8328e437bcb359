package dev.dvl.docker.container.write;

import dev.dvl.docker.container.facet.Endpoints;
import dev.dvl.docker.container.plan.ContainerArguments.Leave;
import dev.dvl.docker.kind.DockerEngine;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * {@code network.unname}: a container leaves a network and comes back under the same address,
 * without its aliases. The engine cannot take an alias away otherwise. Connections outlive it: both
 * ends keep them, what is sent meanwhile is sent again, and an address that moves to another
 * interface is told by the engine, or has the same MAC (tried on 20.10 and 28).
 *
 * <p>In a network that has no subnets of its own the engine refuses an address. Then the container
 * comes back under one that the engine picks, and its connections there end.
 */
record LeaveNames(DockerEngine engine) implements Primitive<Leave> {

  @Override
  public Class<Leave> arguments() {
    return Leave.class;
  }

  @Override
  public String failing(Leave args) {
    return "a container cannot give up its names in a network";
  }

  @Override
  public Done run(Leave args, Run run) throws IOException {
    String container = args.container();
    String network = args.network().known().orElseThrow().text();
    Optional<Json> there = engine.find(MadeContainer.path(container));
    Optional<Json> endpoint = there.flatMap(it -> endpoint(it, network));
    if (endpoint.isPresent()) {
      engine.client().networks().disconnect(network, container);
      comeBack(container, network, endpoint.get());
    }
    return Done.NOTHING;
  }

  private void comeBack(String container, String network, Json endpoint) throws IOException {
    Optional<String> address = given(endpoint, "IPAddress");
    Optional<String> address6 = given(endpoint, "GlobalIPv6Address");
    try {
      engine.client().networks().connect(network, container, List.of(), address, address6);
    } catch (EngineError refused) {
      engine
          .client()
          .networks()
          .connect(network, container, List.of(), Optional.empty(), Optional.empty());
    }
  }

  private static Optional<Json> endpoint(Json inspected, String network) {
    return Endpoints.of(inspected).entrySet().stream()
        .filter(
            it ->
                it.getKey().equals(network) || it.getValue().at("NetworkID").text().equals(network))
        .map(it -> it.getValue())
        .findFirst();
  }

  private static Optional<String> given(Json endpoint, String field) {
    return Optional.of(endpoint.at(field).text()).filter(text -> !text.isEmpty());
  }

  /** Leaving and coming back once more does no harm. */
  @Override
  public Probe probe(Leave args) {
    return new Probe.NotDone();
  }
}
