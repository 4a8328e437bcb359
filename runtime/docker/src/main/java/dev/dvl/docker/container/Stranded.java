package dev.dvl.docker.container;

import dev.dvl.docker.Codes;
import dev.dvl.docker.container.facet.Outputs;
import dev.dvl.docker.kind.EngineVersion;
import dev.dvl.docker.kind.Reading;
import dev.dvl.docker.network.NetworkKind;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.live.Stamp;
import dev.dvl.stdlib.KindName;
import dev.dvl.stdlib.NetworkPart;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Containers whose home is gone: moved to another network on an engine that minds it, they run on,
 * and the engine would not start them again.
 */
record Stranded(Reading reading) {

  /** Tells of one, unless the program makes a network of that name. */
  void tell(Live container, Json inspected) throws IOException {
    Optional<String> home =
        Outputs.homeNetwork(inspected).filter(it -> !isAmongItsOwn(it, inspected));
    Optional<Stamp> stamp = container.stamp().filter(it -> isWanted(it, home.orElse("")));
    if (home.isPresent() && stamp.isPresent() && isGone(home.get())) {
      reading.told().accept(finding(stamp.get(), home.get()));
    }
  }

  private boolean isGone(String network) throws IOException {
    return reading.find(NetworkKind.path(network)).isNil();
  }

  private static boolean isAmongItsOwn(String network, Json inspected) {
    return inspected.at("NetworkSettings", "Networks").fields().entrySet().stream()
        .anyMatch(
            it ->
                it.getKey().equals(network)
                    || it.getValue().at("NetworkID").text().equals(network));
  }

  private boolean isWanted(Stamp stamp, String home) {
    return EngineVersion.needsHomeNetworks(reading.info())
        && reading.query().wanted().stream().anyMatch(it -> it.address().equals(stamp.address()))
        && reading.query().wanted().stream()
            .noneMatch(
                it ->
                    it.kind().equals(KindName.NETWORK.word())
                        && NetworkPart.of(it.values()).name().is(home));
  }

  private static Finding finding(Stamp stamp, String home) {
    return new Finding(
        Codes.STRANDED,
        stamp.address(),
        Optional.empty(),
        "the network that it was made in is gone, so that the engine will not start it again",
        List.of(
            "It was made in the network `" + home + "`, has left it, and runs until it stops.",
            "`replace_when` with a new value makes it anew."));
  }
}
