package dev.dvl.docker.container.facet;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Wanted;
import java.util.Map;
import java.util.TreeMap;

/** {@code env}: the engine keeps {@code NAME=value} lines, the image's among them. */
record Environment() implements Facet {

  @Override
  public void ask(Wanted wanted, Request request) {
    if (wanted.has("env")) {
      request.put(
          Section.CONFIG,
          "Env",
          Json.texts(
              wanted.textMap("env").entrySet().stream()
                  .map(entry -> entry.getKey() + "=" + entry.getValue())
                  .toList()));
    }
  }

  @Override
  public void show(Seen seen, ShownValues shown) {
    shown.put("env", map(seen.at(Section.CONFIG, "Env")), map(seen.imageConfig("Env")));
  }

  private static Value map(Json lines) {
    Map<String, Value> entries = new TreeMap<>();
    for (String line : lines.texts()) {
      int sign = line.indexOf('=');
      if (sign > 0) {
        entries.put(line.substring(0, sign), Value.text(line.substring(sign + 1)));
      }
    }
    return Value.MapOf.of(entries);
  }
}
