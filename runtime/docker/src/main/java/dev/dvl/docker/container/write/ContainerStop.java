package dev.dvl.docker.container.write;

import dev.dvl.docker.kind.Engine;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Problems;
import dev.dvl.docker.wire.Call;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Wanted;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * {@code container.stop}, with the grace period that the container was made with. What is stopped
 * or gone is stopped. The call is made without docker-java, which would send a grace of its own.
 */
public record ContainerStop(Engine engine) implements Primitive {

  @Override
  public String failing(Wanted args) {
    return "container `" + args.text("name").orElse("") + "` cannot be stopped";
  }

  @Override
  public Done run(Wanted args, Run run) throws IOException {
    String container = args.text("container").orElseThrow();
    run.progress("stopping", OptionalDouble.empty());
    try {
      engine.api().stream(Call.post("/containers/" + Call.encode(container) + "/stop")).close();
    } catch (IOException e) {
      if (!Problems.isStatus(e, 404)) {
        throw e;
      }
    }
    return engine.container(container).map(MadeContainer::of).orElse(Done.NOTHING);
  }

  @Override
  public Probe probe(Wanted args) throws IOException {
    Optional<Json> there = engine.container(args.text("container").orElseThrow());
    boolean runs = there.filter(it -> it.at("State", "Running").isTrue()).isPresent();
    return runs
        ? new Probe.NotDone()
        : new Probe.Finished(there.map(MadeContainer::of).orElse(Done.NOTHING));
  }
}
