package dev.dvl.docker.container.write;

import dev.dvl.compiler.diagnostic.Code;
import dev.dvl.docker.Codes;
import dev.dvl.docker.wire.EngineError;
import java.util.Locale;
import java.util.Optional;

/** What it means that a container may not be started, or given its place in a network. */
final class StartRefusal {
  private StartRefusal() {}

  static Optional<Code> of(EngineError refusal) {
    if (refusal.forbidden()) {
      return Optional.of(Codes.ADDRESS_TAKEN);
    }
    return refusal.status() == EngineError.OWN_TROUBLE
        ? ofWords(refusal.sentence().toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /**
   * For a port that is taken, by whatever program, for a network without a free address and for
   * trouble of its runtime the engine has one status, and what it shows of the container afterwards
   * is the same words.
   */
  private static Optional<Code> ofWords(String said) {
    if (said.contains("port is already allocated")
        || (said.contains("address already in use")
            && (said.contains("proxy") || said.contains("host port")))) {
      return Optional.of(Codes.PORT_TAKEN);
    }
    if (said.contains("address already in use") || said.contains("no available ipv4 addresses")) {
      return Optional.of(Codes.ADDRESS_TAKEN);
    }
    return said.contains("oci runtime") || said.contains("failed to create task")
        ? Optional.of(Codes.START_FAILED)
        : Optional.empty();
  }
}
