package dev.dvl.docker.write;

import dev.dvl.docker.attribute.Wanted;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import java.io.IOException;
import java.util.Optional;

/** {@code container.start}. Starting what runs already is no failure. */
record ContainerStart(Engine engine) implements Primitive {

  @Override
  public String failing(Wanted args) {
    return "container `" + args.text("name").orElse("") + "` cannot be started";
  }

  @Override
  public Done run(Wanted args, Run run) throws IOException {
    String container = args.text("container").orElseThrow();
    Repeatable.once(304, () -> engine.commands().startContainerCmd(container).exec());
    return engine.container(container).map(Made::container).orElse(Done.NOTHING);
  }

  @Override
  public Probe probe(Wanted args) throws IOException {
    Optional<Json> there = engine.container(args.text("container").orElseThrow());
    return there.filter(it -> it.at("State", "Running").isTrue()).isPresent()
        ? new Probe.Finished(Made.container(there.get()))
        : new Probe.NotDone();
  }
}
