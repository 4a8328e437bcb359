package dev.dvl.docker.container.write;

import dev.dvl.docker.container.facet.Containers;
import dev.dvl.docker.kind.Engine;
import dev.dvl.docker.kind.Made;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.wire.Call;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Wanted;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code container.create}. The body is JSON of our own: docker-java's enumerations would refuse a
 * capability or a kind of mount that a newer engine knows.
 */
public record ContainerCreate(Engine engine) implements Primitive {

  @Override
  public String failing(Wanted args) {
    return "container `" + name(args) + "` cannot be created";
  }

  @Override
  public Done run(Wanted args, Run run) throws IOException {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("name", name(args));
    args.text("platform").ifPresent(platform -> query.put("platform", platform));
    Json made = engine.api().post(Call.query("/containers/create", query), body(args));
    String id = made.at("Id").text();
    run.resume(id);
    return MadeContainer.created(id, name(args));
  }

  @Override
  public Probe probe(Wanted args) throws IOException {
    Optional<Json> there = engine.container(name(args));
    if (there.isEmpty()) {
      return new Probe.NotDone();
    }
    String op = Engine.op("container", there.get().at("Config", "Labels"));
    String id = there.get().at("Id").text();
    return op.equals(Made.op("container", args))
        ? new Probe.Finished(MadeContainer.created(id, name(args)))
        : new Probe.Unclear(
            "Another container has the name `" + name(args) + "`.",
            List.of(Made.ref("container", id, name(args))));
  }

  private static Json body(Wanted args) {
    Json body = Containers.request(Wanted.of(args.value("want"))).body();
    Map<String, String> labels = new LinkedHashMap<>(body.at("Labels").textFields());
    labels.putAll(args.textMap("stamp"));
    Map<String, Json> fields = new LinkedHashMap<>(body.fields());
    fields.put("Labels", Json.texts(labels));
    return new Json.Obj(fields);
  }

  private static String name(Wanted args) {
    return args.text("name").orElseThrow();
  }
}
