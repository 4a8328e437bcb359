package dev.dvl.docker.network;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.docker.Codes;
import dev.dvl.docker.kind.DockerEngine;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Repeatable;
import dev.dvl.docker.wire.Call;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.docker.wire.Json;
import dev.dvl.docker.wire.JsonText;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * {@code network.remove}, by id; what is gone is gone. A swarm answers before its network has gone,
 * and until then nobody can have the name.
 */
record RemoveNetwork(DockerEngine engine) implements Primitive<NetworkRemoval> {
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int LOOKS = 100;

  @Override
  public Class<NetworkRemoval> arguments() {
    return NetworkRemoval.class;
  }

  @Override
  public String failing(NetworkRemoval args) {
    return "a network cannot be removed";
  }

  /** What containers are in may not go. */
  @Override
  public Code refused(NetworkRemoval args, EngineError refusal) {
    return refusal.forbidden() ? Codes.IN_USE : Primitive.super.refused(args, refusal);
  }

  @Override
  public Done run(NetworkRemoval args, Run run) throws IOException {
    String id = args.network();
    boolean ofSwarm =
        engine
            .find(NetworkKind.path(id))
            .filter(it -> it.at("Scope").text().equals("swarm"))
            .isPresent();
    Repeatable.once(EngineError.NOT_FOUND, () -> engine.client().networks().remove(id));
    for (int looked = 0; ofSwarm && looked < LOOKS && isListed(id); looked++) {
      pause(run);
    }
    return Done.NOTHING;
  }

  private boolean isListed(String id) throws IOException {
    String filter = JsonText.write(new Json.Obj(Map.of("id", Json.texts(List.of(id)))));
    return !engine
        .api()
        .list(Call.query("/networks", Map.of("filters", filter)))
        .elements()
        .isEmpty();
  }

  private static void pause(Run run) throws InterruptedIOException {
    run.progress("leaving the swarm", OptionalDouble.empty());
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the removal was interrupted");
    }
  }

  @Override
  public Probe probe(NetworkRemoval args) throws IOException {
    return engine.find(NetworkKind.path(args.network())).isEmpty()
        ? new Probe.Finished(Done.NOTHING)
        : new Probe.NotDone();
  }
}
