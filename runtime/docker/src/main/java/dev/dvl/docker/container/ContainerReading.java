package dev.dvl.docker.container;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.Shown;
import dev.dvl.docker.container.facet.Outputs;
import dev.dvl.docker.container.facet.Seen;
import dev.dvl.docker.stamp.StampLabels;
import dev.dvl.docker.stamp.Standings;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Live.Standing;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.live.Stamp;
import java.util.Map;
import java.util.Optional;

/** Inspections of containers as live objects. */
public record ContainerReading(Json engine, Stack stack) {
  public static final String KIND = "container";

  /**
   * @param image the inspection of its image; nothing where that is gone
   */
  public Live live(Json container, Json image) {
    Map<String, String> labels = container.at("Config", "Labels").textFields();
    Optional<Stamp> read = StampLabels.read(KIND, labels);
    String inherited = StampLabels.op(KIND, image.at("Config", "Labels").textFields());
    String name = name(container);
    Standing standing = Standings.of(read, inherited, name, stack);
    Optional<Stamp> stamp = standing == Standing.FOREIGN ? Optional.empty() : read;
    Shown shown =
        dev.dvl.docker.container.facet.Containers.show(new Seen(container, image, engine, stamp));
    shown.values().put("name", Value.text(name));
    Outputs.show(container, shown);
    return new Live(
        new Ref(KIND, container.at("Id").text(), name),
        standing,
        stamp,
        shown.values(),
        shown.defaults(),
        shown.outputs());
  }

  private static String name(Json container) {
    String name = container.at("Name").text();
    return name.startsWith("/") ? name.substring(1) : name;
  }
}
