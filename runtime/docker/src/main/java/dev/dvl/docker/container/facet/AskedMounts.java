package dev.dvl.docker.container.facet;

import dev.dvl.docker.wire.Json;
import dev.dvl.docker.wire.JsonText;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The mounts that a container was asked for. One that took volumes over from the container before
 * it was made with others; those that are wanted stand in a label then.
 */
public final class AskedMounts {
  private AskedMounts() {}

  /** The mounts of an inspected container, as a request for it had them. */
  public static List<Json> of(Json container) {
    return noted(container).orElseGet(() -> container.at("HostConfig", "Mounts").elements());
  }

  /** Those that were noted, of a container that was made with others. */
  public static Optional<List<Json>> noted(Json container) {
    return OwnLabel.MOUNTS.read(container).flatMap(AskedMounts::parsed);
  }

  private static Optional<List<Json>> parsed(String text) {
    try {
      return Optional.of(JsonText.read(text).elements());
    } catch (IOException othersWroteIt) {
      return Optional.empty();
    }
  }

  /** The label that notes them on a container that the op of a stamp makes. */
  public static Map<String, String> label(Map<String, String> stamp, Json mounts) {
    return OwnLabel.MOUNTS.write(stamp, JsonText.write(mounts));
  }
}
