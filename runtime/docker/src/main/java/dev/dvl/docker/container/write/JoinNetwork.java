package dev.dvl.docker.container.write;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.docker.container.facet.Membership;
import dev.dvl.docker.container.plan.ContainerArguments.Join;
import dev.dvl.docker.kind.DockerEngine;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import java.io.IOException;
import java.util.Optional;

/** {@code network.connect}. What is in the network already stays there. */
record JoinNetwork(DockerEngine engine) implements Primitive<Join> {

  @Override
  public Class<Join> arguments() {
    return Join.class;
  }

  @Override
  public String failing(Join args) {
    return "a container cannot join a network";
  }

  @Override
  public Code refused(Join args, EngineError refusal) {
    Membership membership = Membership.of(args.membership());
    boolean fixed = membership.address().isPresent() || membership.address6().isPresent();
    return StartRefusal.of(refusal)
        .filter(code -> fixed || !refusal.forbidden())
        .orElseGet(() -> Primitive.super.refused(args, refusal));
  }

  @Override
  public Done run(Join args, Run run) throws IOException {
    String container = args.container();
    Membership membership = Membership.of(args.membership());
    if (member(container, membership).isEmpty()) {
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
    return engine
        .find(MadeContainer.path(container))
        .map(it -> MadeContainer.of(it, engine))
        .orElse(Done.NOTHING);
  }

  @Override
  public Probe probe(Join args) throws IOException {
    return member(args.container(), Membership.of(args.membership()))
        .<Probe>map(it -> new Probe.Finished(MadeContainer.of(it, engine)))
        .orElseGet(Probe.NotDone::new);
  }

  private Optional<Json> member(String container, Membership membership) throws IOException {
    return engine
        .find(MadeContainer.path(container))
        .filter(it -> MadeContainer.isIn(it, membership.network()));
  }
}
