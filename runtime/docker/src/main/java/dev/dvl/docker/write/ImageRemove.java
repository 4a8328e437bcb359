package dev.dvl.docker.write;

import dev.dvl.docker.Codes;
import dev.dvl.docker.attribute.Image;
import dev.dvl.docker.attribute.Wanted;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code image.remove}: takes the name away, and the image with it unless it has other names. One
 * whose name a newer build has taken goes by its id.
 */
record ImageRemove(Engine engine) implements Primitive {

  @Override
  public String failing(Wanted args) {
    return "image `" + args.text("name").orElse("") + "` cannot be removed";
  }

  @Override
  public Done run(Wanted args, Run run) throws IOException, OpProblem {
    String id = args.text("image").orElseThrow();
    Optional<Json> there = engine.image(id);
    if (there.isEmpty()) {
      return Done.NOTHING;
    }
    Optional<String> op = args.text("op");
    if (op.isPresent()
        && !op.get().equals(Engine.op("image", there.get().at("Config", "Labels")))) {
      throw Problems.notDone(
          Codes.NOT_OURS,
          "The image `" + args.text("name").orElse("") + "` is not the one that dvl made.");
    }
    String name = args.text("name").orElse(id);
    String target = Image.isNamed(there.get(), name) ? name : id;
    if (target.equals(id) && !there.get().at("RepoTags").elements().isEmpty()) {
      return Done.NOTHING;
    }
    Repeatable.once(404, () -> engine.commands().removeImageCmd(target).exec());
    return Done.NOTHING;
  }

  @Override
  public Probe probe(Wanted args) throws IOException {
    return engine.image(args.text("image").orElseThrow()).isEmpty()
        ? new Probe.Finished(Done.NOTHING)
        : new Probe.NotDone();
  }
}
