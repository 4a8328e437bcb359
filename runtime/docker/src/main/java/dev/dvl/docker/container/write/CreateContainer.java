package dev.dvl.docker.container.write;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.compiler.value.Link;
import dev.dvl.docker.Codes;
import dev.dvl.docker.container.facet.Containers;
import dev.dvl.docker.container.facet.FreshPaths;
import dev.dvl.docker.container.facet.Request;
import dev.dvl.docker.container.plan.ContainerArguments.Creation;
import dev.dvl.docker.image.ImageKind;
import dev.dvl.docker.kind.DockerEngine;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Problems;
import dev.dvl.docker.kind.Stamps;
import dev.dvl.docker.network.NetworkKind;
import dev.dvl.docker.wire.Call;
import dev.dvl.docker.wire.EngineError;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
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
  public Done run(Creation args, Run run) throws IOException, OpProblem {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("name", args.name());
    args.platform().known().ifPresent(platform -> query.put("platform", platform));
    Json body = body(args);
    Optional<Inheritance> inheritance = inheritance(args, body);
    Json asked = inheritance.map(it -> it.onto(body, args.stamp())).orElse(body);
    Json made = engine.api().post(Call.query("/containers/create", query), asked);
    String id = made.at("Id").text();
    run.resume(id);
    if (inheritance.filter(Inheritance::isNameless).isPresent()) {
      hold(id);
    }
    made.at("Warnings").texts().forEach(said -> run.warn(Codes.WARNED, "The engine says: " + said));
    return MadeContainer.created(id, args.name());
  }

  /**
   * The engine counts who has a volume from another container only once it has mounted it (tried on
   * 20.10 and 28), and a look into the new container makes it do so: else the volume would go with
   * the old one where the new one is never started.
   */
  private void hold(String id) throws IOException {
    engine.api().head(Call.query("/containers/" + id + "/archive", Map.of("path", "/")));
  }

  /** What is taken over from the container before, if there is any. */
  private Optional<Inheritance> inheritance(Creation args, Json body)
      throws IOException, OpProblem {
    if (args.inherits().isEmpty()) {
      return Optional.empty();
    }
    Json old =
        engine
            .find(MadeContainer.path(args.inherits().get()))
            .orElseThrow(
                () ->
                    Problems.notDone(
                        Codes.GONE,
                        "The container went away whose volumes `" + args.name() + "` is to have."));
    Json image = engine.find(ImageKind.path(body.at("Image").text())).orElse(Json.Nil.NIL);
    return Optional.of(Inheritance.of(old, image, body, args.without()))
        .filter(it -> !it.isEmpty());
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

  /**
   * The name of a network, which stays when the network is made anew, as its id does not: newer
   * engines do not start a container whose home is gone. Its id where others have the name, too.
   */
  private String called(String network) throws IOException {
    Optional<Json> meant = engine.find(NetworkKind.path(network));
    String name = meant.map(it -> it.at("Name").text()).orElse(network);
    return meant.equals(engine.find(NetworkKind.path(name))) ? name : network;
  }

  private Json body(Creation args) throws IOException {
    Request request = Containers.request(new Wanted(args.want().fields()));
    Optional<String> home = request.home();
    if (home.isPresent()) {
      request.callHome(called(home.get()));
    }
    Json body = request.body();
    Map<String, String> labels = Stamps.onto(body.at("Labels").textFields(), args.stamp());
    labels.putAll(FreshPaths.label(args.stamp(), new Wanted(args.want().fields())));
    Map<String, Json> fields = new LinkedHashMap<>(body.fields());
    fields.put("Labels", Json.texts(labels));
    return new Json.Obj(fields);
  }
}
