package dev.dvl.docker.container;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.attribute.ShownValues;
import dev.dvl.docker.container.facet.Containers;
import dev.dvl.docker.container.facet.Outputs;
import dev.dvl.docker.container.facet.Seen;
import dev.dvl.docker.container.write.Logs;
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
import java.util.ArrayList;
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
    Map<String, List<String>> lastLines = lastLines(inspected);
    Shared shared = Shared.of(reading, inspected);
    Stranded stranded = new Stranded(reading);
    List<Live> found = new ArrayList<>();
    for (Json container : inspected.values()) {
      if (!container.isNil()) {
        Json image = images.getOrDefault(container.at("Image").text(), Json.Nil.NIL);
        Optional<List<String>> last = Optional.ofNullable(lastLines.get(container.at("Id").text()));
        Live live = shared.marked(container, live(container, image, last));
        stranded.tell(live, container);
        found.add(live);
      }
    }
    return found;
  }

  /** What those wrote last that have ended: of our own, since each is one more call. */
  private Map<String, List<String>> lastLines(Map<String, Json> inspected) throws IOException {
    Logs logs = new Logs(reading.api());
    List<String> ended =
        inspected.entrySet().stream()
            .filter(it -> Outputs.ended(it.getValue()) && isOurs(it.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    return reading.each(ended, id -> logs.last(inspected.getOrDefault(id, Json.Nil.NIL)));
  }

  private boolean isOurs(Json container) {
    return StampLabels.read(ContainerKind.NAME, container.at("Config", "Labels").textFields())
        .filter(it -> it.stack().equals(reading.query().stack()))
        .isPresent();
  }

  /**
   * @param image the inspection of its image; nothing where that is gone
   * @param lastLines what it wrote last, where that is known
   */
  private Live live(Json container, Json image, Optional<List<String>> lastLines) {
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
    lastLines.ifPresent(lines -> Outputs.lastLines(lines, shown));
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
