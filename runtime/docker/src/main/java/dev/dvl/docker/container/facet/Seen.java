package dev.dvl.docker.container.facet;

import dev.dvl.docker.wire.Json;
import dev.dvl.engine.live.Stamp;
import java.util.Optional;

/**
 * What there is to read of a container.
 *
 * @param container its inspection
 * @param image the inspection of its image; nothing where that is gone
 * @param engine what the engine says of itself
 */
public record Seen(Json container, Json image, Json engine, Optional<Stamp> stamp) {

  Json at(Section section, String name) {
    return container.at(section.inspected(), name);
  }

  Json imageConfig(String name) {
    return image.at("Config", name);
  }

  /** Whether the program set an attribute when the container was made. */
  boolean setAtBirth(String attribute) {
    return stamp.isPresent()
        && stamp.get().names().stream()
            .anyMatch(
                name ->
                    name.equals(attribute)
                        || name.startsWith(attribute + "[")
                        || name.startsWith(attribute + "."));
  }
}
