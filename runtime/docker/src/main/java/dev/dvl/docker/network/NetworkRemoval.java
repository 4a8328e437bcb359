package dev.dvl.docker.network;

import dev.dvl.docker.kind.Stamps;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.CallArguments;
import java.util.Optional;

/**
 * Which network is to go.
 *
 * @param network its id
 * @param op the op that made it, where dvl did
 */
public record NetworkRemoval(String network, Optional<String> op) implements CallArguments {

  static NetworkRemoval of(Live live) {
    return new NetworkRemoval(live.ref().id(), Stamps.op(live));
  }
}
