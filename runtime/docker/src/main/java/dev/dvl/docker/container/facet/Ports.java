package dev.dvl.docker.container.facet;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Wanted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@code ports} and {@code expose}. The engine exposes what is published; {@code expose} shows only
 * the others, and those of the image.
 */
record Ports() implements Facet {

  @Override
  public void ask(Wanted wanted, Request request) {
    Map<String, List<Json>> bindings = new TreeMap<>();
    for (String text : wanted.texts("ports")) {
      for (PortText port : PortText.parse(text)) {
        bindings.computeIfAbsent(port.key(), any -> new ArrayList<>()).add(binding(port));
      }
    }
    Set<String> exposed = new TreeSet<>(bindings.keySet());
    wanted
        .texts("expose")
        .forEach(text -> PortText.parse(text).forEach(port -> exposed.add(port.key())));
    if (!exposed.isEmpty()) {
      Map<String, Json> keys = new LinkedHashMap<>();
      exposed.forEach(key -> keys.put(key, new Json.Obj(Map.of())));
      request.put(Section.CONFIG, "ExposedPorts", new Json.Obj(keys));
    }
    if (!bindings.isEmpty()) {
      Map<String, Json> fields = new LinkedHashMap<>();
      bindings.forEach((key, list) -> fields.put(key, new Json.Arr(list)));
      request.put(Section.HOST, "PortBindings", new Json.Obj(fields));
    }
  }

  @Override
  public void show(Seen seen, ShownValues shown) {
    Json bindings = seen.at(Section.HOST, "PortBindings");
    shown.put("ports", published(bindings), new Value.SetOf(List.of()));
    Set<String> ofImage = seen.imageConfig("ExposedPorts").fields().keySet();
    Set<String> exposed = new TreeSet<>(seen.at(Section.CONFIG, "ExposedPorts").fields().keySet());
    exposed.removeIf(key -> bindings.fields().containsKey(key) && !ofImage.contains(key));
    shown.put("expose", exposed(exposed), exposed(ofImage));
  }

  private static Json binding(PortText port) {
    return new Json.Obj(Map.of("HostIp", Json.of(port.ip()), "HostPort", Json.of(port.host())));
  }

  private static Value published(Json bindings) {
    List<Value> found = new ArrayList<>();
    bindings
        .fields()
        .forEach(
            (key, list) -> {
              PortText port = PortText.parse(key).getFirst();
              for (Json binding : list.elements()) {
                PortText whole =
                    new PortText(
                        PortText.bare(binding.at("HostIp").text()),
                        binding.at("HostPort").text().replaceFirst("^0$", ""),
                        port.container(),
                        port.protocol());
                found.add(Value.text(whole.text()));
              }
            });
    return Value.SetOf.of(found);
  }

  private static Value exposed(Set<String> keys) {
    return Value.SetOf.of(
        keys.stream().map(key -> Value.text(PortText.parse(key).getFirst().text())).toList());
  }
}
