package dev.dvl.docker.container.facet;

import dev.dvl.compiler.eval.PosixPath;
import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.Codec;
import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Wanted;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code devices}; left out, a target is the source. */
record Devices() implements Facet {

  @Override
  public void ask(Wanted wanted, Request request) {
    if (wanted.has("devices")) {
      request.put(
          Section.HOST,
          "Devices",
          new Json.Arr(
              wanted.elements("devices").stream().map(Wanted::of).map(Devices::request).toList()));
    }
  }

  @Override
  public void show(Seen seen, ShownValues shown) {
    List<Value> devices =
        seen.at(Section.HOST, "Devices").elements().stream().map(Devices::value).toList();
    shown.put("devices", Value.SetOf.of(devices), new Value.SetOf(List.of()));
  }

  private static Json request(Wanted device) {
    String source = device.text("source").orElse("");
    return new Json.Obj(
        Map.of(
            "PathOnHost", Json.of(source),
            "PathInContainer", Json.of(device.text("target").orElse(source)),
            "CgroupPermissions", Json.of(device.text("permissions").orElse("rwm"))));
  }

  private static Value value(Json device) {
    String source = PosixPath.clean(device.at("PathOnHost").text());
    String target = PosixPath.clean(device.at("PathInContainer").text());
    Map<String, Value> fields = new TreeMap<>();
    fields.put("source", Value.text(source));
    fields.put("target", target.equals(source) ? Value.Null.NULL : Codec.text(target));
    fields.put("permissions", Value.text(device.at("CgroupPermissions").text()));
    return Value.ObjectOf.of(fields);
  }
}
