package dev.dvl.docker.container.write;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.docker.Codes;
import dev.dvl.docker.container.plan.ContainerArguments.Rename;
import dev.dvl.docker.kind.DockerEngine;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Problems;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code container.rename}; with an {@code op} it makes a new container count. What has the name
 * already, and is the one meant, is renamed.
 */
record RenameContainer(DockerEngine engine) implements Primitive<Rename> {

  @Override
  public Class<Rename> arguments() {
    return Rename.class;
  }

  @Override
  public String failing(Rename args) {
    return "a container cannot be renamed to `" + args.name() + "`";
  }

  @Override
  public Code refused(Rename args, EngineError refusal) {
    return refusal.conflict() ? Codes.NAME_TAKEN : Primitive.super.refused(args, refusal);
  }

  @Override
  public Done run(Rename args, Run run) throws IOException, OpProblem {
    String name = args.name();
    Optional<Json> done = renamed(args);
    if (done.isEmpty()) {
      new Renaming(engine, args.container()).to(name);
      done = engine.find(MadeContainer.path(name));
    }
    return done.map(it -> MadeContainer.of(it, engine))
        .orElseThrow(
            () ->
                Problems.notDone(
                    Codes.GONE, "The container `" + name + "` went away while it was renamed."));
  }

  @Override
  public Probe probe(Rename args) throws IOException {
    return renamed(args)
        .<Probe>map(it -> new Probe.Finished(MadeContainer.of(it, engine)))
        .orElseGet(Probe.NotDone::new);
  }

  /** The container, if it has the name already. */
  private Optional<Json> renamed(Rename args) throws IOException {
    String container = args.container();
    Optional<String> op = args.op();
    return engine
        .find(MadeContainer.path(args.name()))
        .filter(
            it ->
                it.at("Id").text().equals(container)
                    || op.filter(MadeContainer.op(it)::equals).isPresent());
  }
}
