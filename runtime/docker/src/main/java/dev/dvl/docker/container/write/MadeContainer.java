package dev.dvl.docker.container.write;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.docker.container.facet.Endpoints;
import dev.dvl.docker.container.facet.Outputs;
import dev.dvl.docker.kind.DockerEngine;
import dev.dvl.docker.stamp.StampLabels;
import dev.dvl.docker.wire.Call;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.provider.Done;
import dev.dvl.stdlib.KindName;
import java.util.Optional;
import java.util.TreeMap;

/** What calls give back about the containers they made or changed. */
final class MadeContainer {
  static final String KIND = KindName.CONTAINER.word();

  private MadeContainer() {}

  /**
   * Where the engine tells of one.
   *
   * @param container its id or name
   */
  static String path(String container) {
    return "/containers/" + Call.encode(container) + "/json";
  }

  /**
   * Whether one is in a network.
   *
   * @param network its id or name
   */
  static boolean isIn(Json inspected, String network) {
    return Endpoints.of(inspected).entrySet().stream()
        .anyMatch(
            it ->
                it.getKey().equals(network)
                    || it.getValue().at("NetworkID").text().equals(network));
  }

  /** The op that made one; empty text where somebody else did. */
  static String op(Json inspected) {
    return StampLabels.op(KIND, inspected.at("Config", "Labels").textFields());
  }

  /** A container that has just been created, and has no more to tell than its id. */
  static Done created(String id, String name) {
    TreeMap<String, Value> outputs = new TreeMap<>();
    outputs.put("id", Value.text(id));
    return new Done(Optional.of(new Ref(KIND, id, name)), outputs);
  }

  /** A container with all it tells, and its last lines where it has ended. */
  static Done of(Json inspected, DockerEngine engine) {
    ShownValues shown = new ShownValues();
    Outputs.show(inspected, shown);
    if (Outputs.ended(inspected)) {
      Outputs.lastLines(new Logs(engine.api()).last(inspected), shown);
    }
    String name = inspected.at("Name").text();
    return new Done(
        Optional.of(
            new Ref(
                KIND, inspected.at("Id").text(), name.startsWith("/") ? name.substring(1) : name)),
        shown.outputs());
  }
}
