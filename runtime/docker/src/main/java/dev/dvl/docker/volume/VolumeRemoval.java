package dev.dvl.docker.volume;

import dev.dvl.docker.kind.Stamps;
import dev.dvl.engine.live.Live;
import dev.dvl.engine.provider.CallArguments;
import java.util.Optional;

/**
 * Which volume is to go.
 *
 * @param op the op that made it, where dvl did
 */
record VolumeRemoval(String volume, Optional<String> op) implements CallArguments {

  static VolumeRemoval of(Live live) {
    return new VolumeRemoval(live.ref().name(), Stamps.op(live));
  }
}
