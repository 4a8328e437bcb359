package dev.dvl.docker.image;

import dev.dvl.docker.Codes;
import dev.dvl.docker.kind.Engine;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Problems;
import dev.dvl.docker.kind.Repeatable;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Wanted;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code image.remove}: takes the names away that dvl gave, and the image with them unless it has
 * others. One whose name a newer build has taken goes by the name that it got besides, or its id.
 */
public record ImageRemove(Engine engine) implements Primitive {
  @Override
  public String failing(Wanted args) {
    return "image `" + args.text("name").orElse("") + "` cannot be removed";
  }

  @Override
  public Done run(Wanted args, Run run) throws IOException, OpProblem {
    try {
      remove(args, false);
    } catch (EngineError e) {
      if (!lacksOrigin(e)) {
        throw e;
      }
      remove(args, true);
    }
    return Done.NOTHING;
  }

  /**
   * The engine removes what an image was built on together with it, where nothing else uses that.
   * Of two such removals at once one finds its origin gone, and would find so for ever.
   */
  private static boolean lacksOrigin(EngineError failure) {
    return failure.sentence().contains("unrecognized image ID");
  }

  private void remove(Wanted args, boolean alone) throws IOException, OpProblem {
    String id = args.text("image").orElseThrow();
    Optional<Json> there = engine.image(id);
    if (there.isEmpty()) {
      return;
    }
    Optional<String> op = args.text("op");
    if (op.isPresent()
        && !op.get().equals(Engine.op("image", there.get().at("Config", "Labels")))) {
      throw Problems.notDone(
          Codes.NOT_OURS,
          "The image `" + args.text("name").orElse("") + "` is not the one that dvl made.");
    }
    for (String name : targets(there.get(), id, args)) {
      Repeatable.once(404, () -> engine.client().images().remove(name, alone));
    }
  }

  /** One that others have named otherwise stays. */
  private static List<String> targets(Json image, String id, Wanted args) {
    List<String> names =
        Stream.of(args.text("older_name"), args.text("name"))
            .flatMap(Optional::stream)
            .filter(name -> Image.isNamed(image, name))
            .distinct()
            .toList();
    return names.isEmpty() && image.at("RepoTags").elements().isEmpty() ? List.of(id) : names;
  }

  @Override
  public Probe probe(Wanted args) throws IOException {
    return engine.image(args.text("image").orElseThrow()).isEmpty()
        ? new Probe.Finished(Done.NOTHING)
        : new Probe.NotDone();
  }
}
