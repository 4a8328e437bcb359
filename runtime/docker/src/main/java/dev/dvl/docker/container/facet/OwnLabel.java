package dev.dvl.docker.container.facet;

import dev.dvl.docker.stamp.StampLabels;
import dev.dvl.docker.wire.Json;
import java.util.Map;
import java.util.Optional;

/**
 * A label {@code dvl.container.NAME} that counts only on the container that it was written for: an
 * image that others make of that hands its labels on. The op that made the container stands in
 * front of the text.
 */
enum OwnLabel {
  /** The mounts that are wanted, where the container was made with others. */
  MOUNTS("mounts"),
  /** Paths at which nothing is to be handed on. */
  FRESH("fresh");

  private static final String KIND = "container";

  private final String key;

  OwnLabel(String name) {
    this.key = StampLabels.PREFIX + KIND + "." + name;
  }

  /** The text on an inspected container. */
  Optional<String> read(Json container) {
    Map<String, String> labels = container.at("Config", "Labels").textFields();
    String[] parts = labels.getOrDefault(key, "").split("\n", 2);
    boolean own = parts.length == 2 && parts[0].equals(StampLabels.op(KIND, labels));
    return own ? Optional.of(parts[1]) : Optional.empty();
  }

  /** The label for a container that the op of a stamp makes. */
  Map<String, String> write(Map<String, String> stamp, String text) {
    return Map.of(key, StampLabels.op(KIND, stamp) + "\n" + text);
  }
}
