package dev.dvl.docker.container;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.docker.container.facet.Containers;
import dev.dvl.docker.container.facet.Outputs;
import dev.dvl.docker.container.facet.Seen;
import dev.dvl.docker.kind.Entries;
import dev.dvl.docker.kind.Reading;
import dev.dvl.docker.stamp.StampLabels;
import dev.dvl.docker.stamp.Standings;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Live.Standing;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.live.Stamp;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Containers as live objects: listed, then inspected, and the images that they run as well. */
record ContainerReading(Reading reading) {
  private static final Entries ENTRIES =
      new Entries(
          ContainerKind.NAME,
          "/containers/json",
          Map.of("all", "1"),
          Json::elements,
          ContainerReading::listedName);

  List<Live> live() throws IOException {
    Map<String, Json> inspected =
        reading.inspected(
            ENTRIES.read(reading).stream().map(entry -> entry.at("Id").text()).toList(),
            id -> "/containers/" + id + "/json");
    Map<String, Json> images =
        reading.inspected(
            inspected.values().stream()
                .map(container -> container.at("Image").text())
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList(),
            id -> "/images/" + id + "/json");
    return inspected.values().stream()
        .filter(container -> !container.isNil())
        .map(it -> live(it, images.getOrDefault(it.at("Image").text(), Json.Nil.NIL)))
        .toList();
  }

  /**
   * @param image the inspection of its image; nothing where that is gone
   */
  private Live live(Json container, Json image) {
    Map<String, String> labels = container.at("Config", "Labels").textFields();
    Optional<Stamp> read = StampLabels.read(ContainerKind.NAME, labels);
    String inherited =
        StampLabels.op(ContainerKind.NAME, image.at("Config", "Labels").textFields());
    String name = name(container);
    Standing standing = Standings.of(read, inherited, name, reading.query().stack());
    Optional<Stamp> stamp = standing == Standing.FOREIGN ? Optional.empty() : read;
    ShownValues shown = Containers.show(new Seen(container, image, reading.info(), stamp));
    shown.values().put("name", Value.text(name));
    Outputs.show(container, shown);
    return new Live(
        new Ref(ContainerKind.NAME, container.at("Id").text(), name),
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

  /** Links give a container further names, below those of others. */
  private static String listedName(Json entry) {
    return entry.at("Names").texts().stream()
        .filter(name -> name.lastIndexOf('/') == 0)
        .map(name -> name.substring(1))
        .findFirst()
        .orElse("");
  }
}
