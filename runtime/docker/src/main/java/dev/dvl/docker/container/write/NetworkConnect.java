package dev.dvl.docker.container.write;

import dev.dvl.docker.container.facet.Membership;
import dev.dvl.docker.kind.Engine;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Wanted;
import java.io.IOException;
import java.util.Optional;

/** {@code network.connect}. What is in the network already stays there. */
public record NetworkConnect(Engine engine) implements Primitive {

  @Override
  public String failing(Wanted args) {
    return "a container cannot join a network";
  }

  @Override
  public Done run(Wanted args, Run run) throws IOException {
    String container = args.text("container").orElseThrow();
    Membership membership = Membership.of(args.value("membership"));
    boolean there = !args.isTrue("if_there") || engine.network(membership.network()).isPresent();
    if (there && member(container, membership).isEmpty()) {
      engine
          .client()
          .networks()
          .connect(
              membership.network(),
              container,
              membership.aliases(),
              membership.address(),
              membership.address6());
    }
    return engine.container(container).map(MadeContainer::of).orElse(Done.NOTHING);
  }

  @Override
  public Probe probe(Wanted args) throws IOException {
    return member(args.text("container").orElseThrow(), Membership.of(args.value("membership")))
        .<Probe>map(it -> new Probe.Finished(MadeContainer.of(it)))
        .orElseGet(Probe.NotDone::new);
  }

  private Optional<Json> member(String container, Membership membership) throws IOException {
    return engine
        .container(container)
        .filter(
            it ->
                it.at("NetworkSettings", "Networks").fields().entrySet().stream()
                    .anyMatch(
                        entry ->
                            entry.getKey().equals(membership.network())
                                || entry
                                    .getValue()
                                    .at("NetworkID")
                                    .text()
                                    .equals(membership.network())));
  }
}
