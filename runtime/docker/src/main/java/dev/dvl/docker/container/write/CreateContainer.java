package dev.dvl.docker.container.write;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.value.Link;
import dev.dvl.docker.Codes;
import dev.dvl.docker.container.facet.Containers;
import dev.dvl.docker.container.plan.ContainerArguments.Creation;
import dev.dvl.docker.image.ImageKind;
import dev.dvl.docker.kind.DockerEngine;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Stamps;
import dev.dvl.docker.wire.Call;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.stdlib.ContainerPart;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code container.create}. The body is JSON of our own: docker-java's enumerations would refuse a
 * capability or a kind of mount that a newer engine knows.
 */
record CreateContainer(DockerEngine engine) implements Primitive<Creation> {

  @Override
  public Class<Creation> arguments() {
    return Creation.class;
  }

  @Override
  public String failing(Creation args) {
    return "container `" + args.name() + "` cannot be created";
  }

  /** What is not found may be its image, or a container that it is to share something with. */
  @Override
  public Code refused(Creation args, EngineError refusal) {
    if (refusal.conflict()) {
      return Codes.NAME_TAKEN;
    }
    return refusal.notFound() && lacksImage(args)
        ? Codes.NO_IMAGE
        : Primitive.super.refused(args, refusal);
  }

  private boolean lacksImage(Creation args) {
    Optional<String> image = ContainerPart.of(args.want().fields()).image().known().map(Link::text);
    try {
      return image.isPresent() && engine.find(ImageKind.path(image.get())).isEmpty();
    } catch (IOException unknown) {
      return false;
    }
  }

  @Override
  public Done run(Creation args, Run run) throws IOException {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("name", args.name());
    args.platform().known().ifPresent(platform -> query.put("platform", platform));
    Json made = engine.api().post(Call.query("/containers/create", query), body(args));
    String id = made.at("Id").text();
    run.resume(id);
    return MadeContainer.created(id, args.name());
  }

  @Override
  public Probe probe(Creation args) throws IOException {
    Optional<Json> there = engine.find(MadeContainer.path(args.name()));
    if (there.isEmpty()) {
      return new Probe.NotDone();
    }
    String id = there.get().at("Id").text();
    return Stamps.isBorn(MadeContainer.KIND, there.get().at("Config", "Labels"), args.stamp())
        ? new Probe.Finished(MadeContainer.created(id, args.name()))
        : new Probe.Unclear(
            "Another container has the name `" + args.name() + "`.",
            List.of(new Ref(MadeContainer.KIND, id, args.name())));
  }

  private static Json body(Creation args) {
    Json body = Containers.request(new Wanted(args.want().fields())).body();
    Map<String, String> labels = Stamps.onto(body.at("Labels").textFields(), args.stamp());
    Map<String, Json> fields = new LinkedHashMap<>(body.fields());
    fields.put("Labels", Json.texts(labels));
    return new Json.Obj(fields);
  }
}
