package dev.dvl.docker.container.write;

import dev.dvl.docker.Codes;
import dev.dvl.docker.kind.Engine;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Problems;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Wanted;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code container.rename}; with an {@code op} it makes a new container count. What has the name
 * already, and is the one meant, is renamed.
 */
public record ContainerRename(Engine engine) implements Primitive {

  @Override
  public String failing(Wanted args) {
    return "a container cannot be renamed to `" + args.text("name").orElse("") + "`";
  }

  @Override
  public Done run(Wanted args, Run run) throws IOException, OpProblem {
    String name = args.text("name").orElseThrow();
    Optional<Json> done = renamed(args);
    if (done.isEmpty()) {
      engine.client().containers().rename(args.text("container").orElseThrow(), name);
      done = engine.container(name);
    }
    return done.map(MadeContainer::of)
        .orElseThrow(
            () ->
                Problems.notDone(
                    Codes.GONE, "The container `" + name + "` went away while it was renamed."));
  }

  @Override
  public Probe probe(Wanted args) throws IOException {
    return renamed(args)
        .<Probe>map(it -> new Probe.Finished(MadeContainer.of(it)))
        .orElseGet(Probe.NotDone::new);
  }

  /** The container, if it has the name already. */
  private Optional<Json> renamed(Wanted args) throws IOException {
    String container = args.text("container").orElseThrow();
    Optional<String> op = args.text("op");
    return engine
        .container(args.text("name").orElseThrow())
        .filter(
            it ->
                it.at("Id").text().equals(container)
                    || op.filter(Engine.op("container", it.at("Config", "Labels"))::equals)
                        .isPresent());
  }
}
