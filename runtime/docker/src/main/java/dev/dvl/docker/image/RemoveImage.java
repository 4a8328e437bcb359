package dev.dvl.docker.image;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.docker.Codes;
import dev.dvl.docker.image.ImageArguments.Removal;
import dev.dvl.docker.kind.DockerEngine;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Problems;
import dev.dvl.docker.kind.Stamps;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code image.remove}: takes the names away that dvl gave, and the image with them unless it has
 * others. One whose name a newer build has taken goes by the name that it got besides, or its id.
 */
record RemoveImage(DockerEngine engine, BuildSteps steps) implements Primitive<Removal> {

  @Override
  public Class<Removal> arguments() {
    return Removal.class;
  }

  @Override
  public String failing(Removal args) {
    return "image `" + args.name() + "` cannot be removed";
  }

  /** A conflict is with a container or an image that is made from it. */
  @Override
  public Code refused(Removal args, EngineError refusal) {
    return refusal.conflict() ? Codes.IN_USE : Primitive.super.refused(args, refusal);
  }

  /** What has which name is looked up once its turn has come: a build may have taken one. */
  @Override
  public Done run(Removal args, Run run) throws IOException, OpProblem {
    try (var _ = steps.removing()) {
      Optional<Json> there = engine.find(ImageKind.path(args.image()));
      if (there.isPresent()) {
        remove(there.get(), args);
      }
    }
    return Done.NOTHING;
  }

  private void remove(Json image, Removal args) throws IOException, OpProblem {
    if (Stamps.isOther(ImageKind.NAME, image.at("Config", "Labels"), args.op())) {
      throw Problems.notDone(
          Codes.NOT_OURS, "The image `" + args.name() + "` is not the one that dvl made.");
    }
    for (String name : targets(image, args.image(), args)) {
      steps.remove(name);
    }
    if (engine.find(ImageKind.path(args.image())).isEmpty()) {
      steps.removeBelow(image);
    }
  }

  /** One that others have named otherwise stays. */
  private static List<String> targets(Json image, String id, Removal args) {
    List<String> names =
        Stream.concat(args.olderName().stream(), Stream.of(args.name()))
            .filter(name -> Image.isNamed(image, name))
            .distinct()
            .toList();
    return names.isEmpty() && image.at("RepoTags").elements().isEmpty() ? List.of(id) : names;
  }

  @Override
  public Probe probe(Removal args) throws IOException {
    return engine.find(ImageKind.path(args.image())).isEmpty()
        ? new Probe.Finished(Done.NOTHING)
        : new Probe.NotDone();
  }
}
