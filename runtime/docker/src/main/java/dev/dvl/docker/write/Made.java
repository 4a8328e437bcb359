package dev.dvl.docker.write;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.Outputs;
import dev.dvl.docker.attribute.Shown;
import dev.dvl.docker.stamp.StampLabels;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.Wanted;
import java.util.Optional;
import java.util.TreeMap;

/** What calls give back about the objects they made or changed. */
final class Made {
  private Made() {}

  static Ref ref(String kind, String id, String name) {
    return new Ref(kind, id, name);
  }

  /** A container that has just been created, and has no more to tell than its id. */
  static Done container(String id, String name) {
    TreeMap<String, Value> outputs = new TreeMap<>();
    outputs.put("id", Value.text(id));
    return new Done(Optional.of(ref("container", id, name)), outputs);
  }

  /** A container with all it tells. */
  static Done container(Json inspected) {
    Shown shown = new Shown();
    Outputs.show(inspected, shown);
    String name = inspected.at("Name").text();
    return new Done(
        Optional.of(
            ref(
                "container",
                inspected.at("Id").text(),
                name.startsWith("/") ? name.substring(1) : name)),
        shown.outputs());
  }

  static Done object(String kind, String id, String name, Shown shown) {
    return new Done(Optional.of(ref(kind, id, name)), shown.outputs());
  }

  /** The op in the stamp that a create call was given. */
  static String op(String kind, Wanted args) {
    return StampLabels.op(kind, args.textMap("stamp"));
  }
}
