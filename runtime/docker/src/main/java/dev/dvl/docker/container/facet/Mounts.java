package dev.dvl.docker.container.facet;

import dev.dvl.compiler.eval.PosixPath;
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
    if (!wanted.has("mounts")) {
      return;
    }
    List<Json> mounts = new ArrayList<>();
    Map<String, Json> memory = new TreeMap<>();
    for (Wanted mount : wanted.elements("mounts").stream().map(Wanted::of).toList()) {
      if (mount.text("type").filter("tmpfs"::equals).isPresent()) {
        memory.put(mount.text("target").orElse(""), Json.of(options(mount)));
      } else {
        mounts.add(request(mount));
      }
    }
    request.put(Section.HOST, "Mounts", new Json.Arr(mounts));
    if (!memory.isEmpty()) {
      request.put(Section.HOST, "Tmpfs", new Json.Obj(memory));
    }
  }

  /**
   * Memory is asked for in the older way, which means the same to the engine: from a container with
   * memory among its mounts it hands no volumes on.
   */
  private static String options(Wanted mount) {
    String mode = "mode=" + mount.text("mode").orElse(ANYBODY);
    return mount.number("size").map(size -> mode + ",size=" + size).orElse(mode);
  }

  @Override
  public void show(Seen seen, ShownValues shown) {
    List<Value> mounts = new ArrayList<>();
    AskedMounts.of(seen.container()).forEach(mount -> mounts.add(value(mount)));
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
    if (type.equals("bind")) {
      fields.put("BindOptions", bind(mount));
    } else {
      fields.put("VolumeOptions", new Json.Obj(Map.of("NoCopy", Json.of(mount.isTrue("no_copy")))));
    }
    return new Json.Obj(fields);
  }

  private static Json bind(Wanted mount) {
    return new Json.Obj(
        Map.of(
            "Propagation", Json.of(mount.text("propagation").orElse(PRIVATE)),
            "NonRecursive", Json.of(mount.value("recursive").equals(Value.of(false)))));
  }

  private static Value value(Json mount) {
    Map<String, Value> fields = new TreeMap<>();
    String type = mount.at("Type").text();
    String source = mount.at("Source").text();
    fields.put("type", Value.text(type));
    fields.put("target", path(mount.at("Target").text()));
    switch (type) {
      case "tmpfs" -> {
        fields.put("mode", mode(mount.at("TmpfsOptions", "Mode").number()));
        fields.put("size", Codec.SIZE.read().apply(mount.at("TmpfsOptions", "SizeBytes")));
      }
      case "bind" -> {
        String propagation = mount.at("BindOptions", "Propagation").text();
        fields.put("source", path(source));
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

  /** A mode in octal; with none, anybody may write. */
  static Value mode(long mode) {
    return Value.text(mode == 0 ? ANYBODY : Long.toString(mode, OCTAL));
  }

  /** In its shortest form: a slash more means nothing. */
  static Value path(String path) {
    return path.isEmpty() ? Value.Null.NULL : Value.text(PosixPath.clean(path));
  }
}
