package dev.dvl.docker.network;

import dev.dvl.docker.attribute.Shown;
import dev.dvl.docker.stamp.StampLabels;
import dev.dvl.docker.stamp.Standings;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Ref;
import dev.dvl.engine.live.Stack;
import dev.dvl.engine.live.Stamp;
import java.util.Optional;

/** Entries of networks as live objects; a network inherits labels from nothing. */
public final class Networks {
  private static final String KIND = "network";

  private Networks() {}

  public static Live live(Json network, Stack stack) {
    Optional<Stamp> stamp = StampLabels.read(KIND, network.at("Labels").textFields());
    Shown shown = Network.show(network);
    return new Live(
        new Ref(KIND, network.at("Id").text(), network.at("Name").text()),
        Standings.of(stamp, "", "", stack),
        stamp,
        shown.values(),
        shown.defaults(),
        shown.outputs());
  }
}
