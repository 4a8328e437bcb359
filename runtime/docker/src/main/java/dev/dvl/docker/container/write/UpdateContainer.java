package dev.dvl.docker.container.write;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.Codes;
import dev.dvl.docker.container.facet.Containers;
import dev.dvl.docker.container.facet.Seen;
import dev.dvl.docker.container.plan.ContainerArguments.Update;
import dev.dvl.docker.kind.DockerEngine;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Problems;
import dev.dvl.docker.wire.Call;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Wanted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * {@code container.update}. The engine answers with success where it ignores a change, so what came
 * of it is read back.
 */
record UpdateContainer(DockerEngine engine) implements Primitive<Update> {

  @Override
  public Class<Update> arguments() {
    return Update.class;
  }

  @Override
  public String failing(Update args) {
    return "a container cannot be changed";
  }

  @Override
  public Done run(Update args, Run run) throws IOException, OpProblem {
    String container = args.container();
    Wanted want = new Wanted(args.want().fields());
    engine
        .api()
        .post(
            "/containers/" + Call.encode(container) + "/update",
            Containers.update(want, args.withoutPidsLimit().orElse(false)));
    Json now = engine.api().get(MadeContainer.path(container));
    List<String> ignored = ignored(want, now);
    if (!ignored.isEmpty()) {
      throw Problems.wrong(
          Codes.IGNORED,
          "The engine accepted a change of " + String.join(", ", ignored) + " and ignored it.",
          List.of());
    }
    return MadeContainer.of(now, engine);
  }

  @Override
  public Probe probe(Update args) throws IOException {
    Optional<Json> there = engine.find(MadeContainer.path(args.container()));
    return there
        .filter(now -> ignored(new Wanted(args.want().fields()), now).isEmpty())
        .<Probe>map(now -> new Probe.Finished(MadeContainer.of(now, engine)))
        .orElseGet(Probe.NotDone::new);
  }

  private static List<String> ignored(Wanted want, Json now) {
    SortedMap<String, Value> shown =
        Containers.show(new Seen(now, Json.Nil.NIL, Json.Nil.NIL, Optional.empty())).values();
    List<String> ignored = new ArrayList<>();
    Map<String, Value> canonical = Containers.canonical(want.values());
    canonical.forEach(
        (name, value) -> {
          if (!value.equals(shown.getOrDefault(name, Value.Null.NULL))) {
            ignored.add("`" + name + "`");
          }
        });
    return ignored;
  }
}
