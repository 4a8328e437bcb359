package dev.dvl.docker.container.write;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.Codes;
import dev.dvl.docker.container.facet.Containers;
import dev.dvl.docker.container.facet.Seen;
import dev.dvl.docker.kind.Engine;
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
public record ContainerUpdate(Engine engine) implements Primitive {

  @Override
  public String failing(Wanted args) {
    return "a container cannot be changed";
  }

  @Override
  public Done run(Wanted args, Run run) throws IOException, OpProblem {
    String container = args.text("container").orElseThrow();
    Wanted want = Wanted.of(args.value("want"));
    engine
        .api()
        .post(
            "/containers/" + Call.encode(container) + "/update",
            Containers.update(want, args.isTrue("without_pids_limit")));
    Json now = engine.api().get("/containers/" + Call.encode(container) + "/json");
    List<String> ignored = ignored(want, now);
    if (!ignored.isEmpty()) {
      throw Problems.wrong(
          Codes.IGNORED,
          "The engine accepted a change of " + String.join(", ", ignored) + " and ignored it.",
          List.of());
    }
    return MadeContainer.of(now);
  }

  @Override
  public Probe probe(Wanted args) throws IOException {
    Optional<Json> there = engine.container(args.text("container").orElseThrow());
    return there
        .filter(now -> ignored(Wanted.of(args.value("want")), now).isEmpty())
        .<Probe>map(now -> new Probe.Finished(MadeContainer.of(now)))
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
