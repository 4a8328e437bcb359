package dev.dvl.docker.container.facet;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.Codec;
import dev.dvl.docker.attribute.Reference;
import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.provider.Wanted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code mounts}. What others wrote as binds ({@code -v}) and as tmpfs is shown in the same words.
 */
record Mounts() implements Facet {
  private static final int OCTAL = 8;
  private static final String ANYBODY = "1777";
  private static final String PRIVATE = "rprivate";

  @Override
  public void ask(Wanted wanted, Request request) {
    if (wanted.has("mounts")) {
      request.put(
          Section.HOST,
          "Mounts",
          new Json.Arr(
              wanted.elements("mounts").stream().map(Wanted::of).map(Mounts::request).toList()));
    }
  }

  @Override
  public void show(Seen seen, ShownValues shown) {
    List<Value> mounts = new ArrayList<>();
    seen.at(Section.HOST, "Mounts").elements().forEach(mount -> mounts.add(value(mount)));
    seen.at(Section.HOST, "Binds").texts().forEach(bind -> mounts.add(Binds.value(bind)));
    seen.at(Section.HOST, "Tmpfs")
        .fields()
        .forEach((target, options) -> mounts.add(Binds.tmpfs(target, options.text())));
    shown.put("mounts", Value.SetOf.of(mounts), new Value.SetOf(List.of()));
  }

  private static Json request(Wanted mount) {
    Map<String, Json> fields = new LinkedHashMap<>();
    String type = mount.text("type").orElse("volume");
    fields.put("Type", Json.of(type));
    if (mount.has("source")) {
      fields.put("Source", Json.of(Codec.plain(mount.value("source"))));
    }
    fields.put("Target", Json.of(mount.text("target").orElse("")));
    fields.put("ReadOnly", Json.of(mount.isTrue("read_only")));
    switch (type) {
      case "bind" -> fields.put("BindOptions", bind(mount));
      case "tmpfs" -> fields.put("TmpfsOptions", tmpfs(mount));
      default ->
          fields.put(
              "VolumeOptions", new Json.Obj(Map.of("NoCopy", Json.of(mount.isTrue("no_copy")))));
    }
    return new Json.Obj(fields);
  }

  private static Json bind(Wanted mount) {
    return new Json.Obj(
        Map.of(
            "Propagation", Json.of(mount.text("propagation").orElse(PRIVATE)),
            "NonRecursive", Json.of(mount.value("recursive").equals(Value.of(false)))));
  }

  private static Json tmpfs(Wanted mount) {
    Map<String, Json> options = new LinkedHashMap<>();
    mount.number("size").ifPresent(size -> options.put("SizeBytes", Json.of(size)));
    options.put("Mode", Json.of(Integer.parseInt(mount.text("mode").orElse(ANYBODY), OCTAL)));
    return new Json.Obj(options);
  }

  private static Value value(Json mount) {
    Map<String, Value> fields = new TreeMap<>();
    String type = mount.at("Type").text();
    String source = mount.at("Source").text();
    fields.put("type", Value.text(type));
    fields.put("target", mountPoint(mount.at("Target").text()));
    switch (type) {
      case "tmpfs" -> {
        long mode = mount.at("TmpfsOptions", "Mode").number();
        fields.put("mode", Value.text(mode == 0 ? ANYBODY : Long.toString(mode, OCTAL)));
        fields.put("size", Codec.SIZE.read().apply(mount.at("TmpfsOptions", "SizeBytes")));
      }
      case "bind" -> {
        String propagation = mount.at("BindOptions", "Propagation").text();
        fields.put("source", Codec.text(source));
        fields.put("read_only", Value.of(mount.at("ReadOnly").isTrue()));
        fields.put("propagation", Value.text(propagation.isEmpty() ? PRIVATE : propagation));
        fields.put("recursive", Value.of(!mount.at("BindOptions", "NonRecursive").isTrue()));
      }
      default -> {
        fields.put("source", source.isEmpty() ? Value.Null.NULL : Reference.show("volume", source));
        fields.put("read_only", Value.of(mount.at("ReadOnly").isTrue()));
        fields.put("no_copy", Value.of(mount.at("VolumeOptions", "NoCopy").isTrue()));
      }
    }
    return Value.ObjectOf.of(fields);
  }

  /** Without a slash at its end, which means nothing. */
  static Value mountPoint(String path) {
    return Value.text(
        path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
  }
}
