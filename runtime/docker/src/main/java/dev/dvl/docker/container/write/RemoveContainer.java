package dev.dvl.docker.container.write;

import dev.dvl.docker.Codes;
import dev.dvl.docker.container.facet.AnonymousVolumes;
import dev.dvl.docker.container.facet.AskedMounts;
import dev.dvl.docker.container.plan.ContainerArguments.Removal;
import dev.dvl.docker.kind.DockerEngine;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Problems;
import dev.dvl.docker.kind.Repeatable;
import dev.dvl.docker.kind.Stamps;
import dev.dvl.docker.stamp.MakingName;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code container.remove}, with its anonymous volumes. Only what carries the op that is meant. */
record RemoveContainer(DockerEngine engine) implements Primitive<Removal> {
  /** When a container was started that never was. */
  private static final String NEVER = "0001-";

  @Override
  public Class<Removal> arguments() {
    return Removal.class;
  }

  @Override
  public String failing(Removal args) {
    return "container `" + args.name() + "` cannot be removed";
  }

  @Override
  public Done run(Removal args, Run run) throws IOException, OpProblem {
    Optional<Json> there = there(args);
    if (there.isEmpty()) {
      return Done.NOTHING;
    }
    if (Stamps.isOther(MadeContainer.KIND, there.get().at("Config", "Labels"), args.op())) {
      throw Problems.notDone(
          Codes.NOT_OURS, "The container `" + args.name() + "` is not the one that dvl made.");
    }
    String id = there.get().at("Id").text();
    Repeatable.once(
        EngineError.NOT_FOUND,
        () -> engine.client().containers().remove(id, args.force().orElse(false)));
    for (String volume : byName(there.get())) {
      removeUnlessUsed(volume);
    }
    if (args.force().orElse(false) || MakingName.isMaking(there.get().at("Name").text())) {
      tell(there.get(), run);
    }
    return Done.NOTHING;
  }

  /** What a new container that goes again may have written stays with the old one. */
  private static void tell(Json container, Run run) {
    boolean started = !container.at("State", "StartedAt").text().startsWith(NEVER);
    if (started && AskedMounts.noted(container).isPresent()) {
      run.warn(
          Codes.HANDED_BACK,
          "The new container had the volumes at `%s` in its hands; what it wrote there stays."
              .formatted(String.join("`, `", AnonymousVolumes.of(container).keySet())));
    }
  }

  /** Volumes that nobody named and that it had by their names, which the engine leaves. */
  private static List<String> byName(Json container) {
    Set<String> wanted =
        AskedMounts.of(container).stream()
            .map(mount -> mount.at("Source").text())
            .collect(Collectors.toSet());
    return container.at("HostConfig", "Mounts").elements().stream()
        .map(mount -> mount.at("Source").text())
        .filter(source -> AnonymousVolumes.isName(source) && !wanted.contains(source))
        .toList();
  }

  private void removeUnlessUsed(String volume) throws IOException {
    Repeatable.once(
        EngineError.NOT_FOUND,
        () ->
            Repeatable.once(EngineError.CONFLICT, () -> engine.client().volumes().remove(volume)));
  }

  /** What was made under a name in the making may have taken its own meanwhile. */
  private Optional<Json> there(Removal args) throws IOException {
    Optional<Json> there = engine.find(MadeContainer.path(args.container()));
    return there.isPresent() || args.container().equals(args.name())
        ? there
        : engine
            .find(MadeContainer.path(args.name()))
            .filter(it -> args.op().filter(MadeContainer.op(it)::equals).isPresent());
  }

  @Override
  public Probe probe(Removal args) throws IOException {
    return there(args).isEmpty() ? new Probe.Finished(Done.NOTHING) : new Probe.NotDone();
  }
}
