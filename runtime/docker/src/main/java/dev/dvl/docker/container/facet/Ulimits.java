package dev.dvl.docker.container.facet;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code ulimits}, by name. */
record Ulimits() implements Facet {

  @Override
  public void ask(Wanted wanted, Request request) {
    if (!wanted.has("ulimits")) {
      return;
    }
    List<Json> limits = new ArrayList<>();
    Wanted.of(wanted.value("ulimits"))
        .values()
        .forEach((name, limit) -> limits.add(request(name, Wanted.of(limit))));
    request.put(Section.HOST, "Ulimits", new Json.Arr(limits));
  }

  @Override
  public void show(Seen seen, ShownValues shown) {
    Map<String, Value> limits = new TreeMap<>();
    for (Json limit : seen.at(Section.HOST, "Ulimits").elements()) {
      limits.put(
          limit.at("Name").text(),
          Value.ObjectOf.of(
              Map.of(
                  "soft", Value.of(limit.at("Soft").number()),
                  "hard", Value.of(limit.at("Hard").number()))));
    }
    shown.put("ulimits", Value.MapOf.of(limits), Value.MapOf.of(Map.of()));
  }

  private static Json request(String name, Wanted limit) {
    return new Json.Obj(
        Map.of(
            "Name", Json.of(name),
            "Soft", Json.of(limit.number("soft").orElse(0L)),
            "Hard", Json.of(limit.number("hard").orElse(0L))));
  }
}
