package dev.dvl.docker.container.facet;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.Codec;
import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Wanted;
import java.util.Map;
import java.util.TreeMap;

/** {@code extra_hosts}: the engine keeps {@code NAME:ADDRESS}. */
record ExtraHosts() implements Facet {

  @Override
  public void ask(Wanted wanted, Request request) {
    if (wanted.has("extra_hosts")) {
      request.put(
          Section.HOST,
          "ExtraHosts",
          Json.texts(
              wanted.textMap("extra_hosts").entrySet().stream()
                  .map(entry -> entry.getKey() + ":" + entry.getValue())
                  .toList()));
    }
  }

  @Override
  public void show(Seen seen, ShownValues shown) {
    Map<String, Value> hosts = new TreeMap<>();
    for (String line : seen.at(Section.HOST, "ExtraHosts").texts()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        hosts.put(line.substring(0, colon), Value.text(Codec.address(line.substring(colon + 1))));
      }
    }
    shown.put("extra_hosts", Value.MapOf.of(hosts), Value.MapOf.of(Map.of()));
  }
}
