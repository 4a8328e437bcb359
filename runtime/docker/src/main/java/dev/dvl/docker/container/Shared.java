package dev.dvl.docker.container;

import dev.dvl.docker.kind.Reading;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.Query.Scope;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Namespaces that containers have from others. They end with each stop of their owner, and the
 * engine goes on to show a container that was started before as if it had them still: it runs, with
 * no network but its own loopback.
 *
 * @param containers inspections by id: what was read, and the owners of it
 */
record Shared(Map<String, Json> containers) {
  private static final String OTHER = "container:";
  private static final List<String> MODES = List.of("NetworkMode", "PidMode", "IpcMode");

  /**
   * Owners that were not read are read now. Nothing is looked at where only a few objects are
   * looked up.
   */
  static Shared of(Reading reading, Map<String, Json> inspected) throws IOException {
    if (reading.query().scope() == Scope.CLAIMED) {
      return new Shared(Map.of());
    }
    Map<String, Json> all = new HashMap<>();
    inspected.values().forEach(it -> all.put(it.at("Id").text(), it));
    Set<String> missing = new HashSet<>();
    inspected.values().forEach(it -> owners(it).forEach(missing::add));
    missing.removeAll(all.keySet());
    if (!missing.isEmpty()) {
      all.putAll(reading.inspected(missing, id -> "/containers/" + id + "/json"));
    }
    return new Shared(all);
  }

  /** The same object, which has to be started again where an owner has been. */
  Live marked(Json container, Live live) {
    return ended(container, new HashSet<>())
        .map(
            owner ->
                live.restarting(
                    "It uses a namespace of `" + owner + "`, which has stopped or started since."))
        .orElse(live);
  }

  /** The name of the owner of a namespace that a running container has no more. */
  private Optional<String> ended(Json container, Set<String> seen) {
    if (!runs(container) || !seen.add(container.at("Id").text())) {
      return Optional.empty();
    }
    return owners(container)
        .map(containers::get)
        .filter(Objects::nonNull)
        .filter(owner -> !owner.isNil())
        .filter(
            owner ->
                !runs(owner)
                    || started(owner).isAfter(started(container))
                    || ended(owner, seen).isPresent())
        .map(owner -> owner.at("Name").text().replaceFirst("^/", ""))
        .findFirst();
  }

  private static Stream<String> owners(Json container) {
    return MODES.stream()
        .map(mode -> container.at("HostConfig", mode).text())
        .filter(mode -> mode.startsWith(OTHER))
        .map(mode -> mode.substring(OTHER.length()));
  }

  private static boolean runs(Json container) {
    return container.at("State", "Running").isTrue();
  }

  private static Instant started(Json container) {
    try {
      return Instant.parse(container.at("State", "StartedAt").text());
    } catch (DateTimeParseException never) {
      return Instant.EPOCH;
    }
  }
}
