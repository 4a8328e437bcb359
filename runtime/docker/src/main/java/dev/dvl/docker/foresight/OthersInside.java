package dev.dvl.docker.foresight;

import dev.dvl.docker.Codes;
import dev.dvl.docker.network.NetworkKind;
import dev.dvl.docker.network.NetworkRemoval;
import dev.dvl.docker.wire.Json;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.live.Finding;
import dev.dvl.engine.provider.CallArguments;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A network that is to go while containers of others run in it. */
final class OthersInside implements Foreseen.Rule {

  @Override
  public List<Finding> refused(Prospect prospect) throws IOException {
    List<Finding> found = new ArrayList<>();
    for (Op op : prospect.ops()) {
      if (op.request().call().equals(NetworkKind.REMOVE) && op.effect().role() == Op.Role.REMOVES) {
        String network = CallArguments.read(NetworkRemoval.class, op.request().args()).network();
        member(prospect, network).ifPresent(it -> found.add(inside(op, it)));
      }
    }
    return found;
  }

  private static Optional<String> member(Prospect prospect, String network) throws IOException {
    return prospect.otherContainers().stream()
        .filter(it -> it.at("State").text().equals("running") && isIn(it, network))
        .map(Named::container)
        .findFirst();
  }

  private static boolean isIn(Json container, String network) {
    return container.at("NetworkSettings", "Networks").fields().values().stream()
        .anyMatch(place -> place.at("NetworkID").text().equals(network));
  }

  private static Finding inside(Op op, String member) {
    return new Finding(
        Codes.IN_USE,
        op.change(),
        Optional.empty(),
        "the container `" + member + "` is in this network, which is to go",
        List.of("This program did not make that container, and does not take it out."));
  }
}
