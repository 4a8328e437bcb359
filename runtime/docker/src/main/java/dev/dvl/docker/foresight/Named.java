package dev.dvl.docker.foresight;

import dev.dvl.docker.wire.Json;

/** What entries of the engine's lists are called. */
final class Named {
  private Named() {}

  /** Links give a container further names, below those of others. */
  static String container(Json entry) {
    return entry.at("Names").texts().stream()
        .filter(name -> name.lastIndexOf('/') == 0)
        .map(name -> name.substring(1))
        .findFirst()
        .orElse(entry.at("Id").text());
  }
}
