package dev.dvl.docker.foresight;

import dev.dvl.compiler.value.Address;
import dev.dvl.docker.kind.Creation;
import dev.dvl.docker.network.NetworkKind;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.provider.CallArguments;
import dev.dvl.stdlib.NetworkPart;
import java.util.List;

/** The networks that ops make. */
final class Networks {
  private Networks() {}

  record Asked(Address address, NetworkPart part) {
    /** Whether its addresses come out of the store that all networks of the engine share. */
    boolean isLocal() {
      return !part.driver().is("overlay")
          && (!part.ipamDriver().isSet() || part.ipamDriver().is("default"));
    }
  }

  static List<Asked> made(Prospect prospect) {
    return prospect.ops().stream()
        .filter(op -> op.request().call().equals(NetworkKind.CREATE))
        .map(op -> new Asked(op.change(), NetworkPart.of(creation(op).want().fields())))
        .toList();
  }

  private static Creation creation(Op op) {
    return CallArguments.read(Creation.class, op.request().args());
  }
}
