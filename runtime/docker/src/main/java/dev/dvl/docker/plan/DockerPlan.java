package dev.dvl.docker.plan;

import dev.dvl.docker.container.plan.ContainerPlan;
import dev.dvl.docker.container.plan.Neighbours;
import dev.dvl.docker.image.ImagePlan;
import dev.dvl.docker.network.NetworkPlan;
import dev.dvl.docker.volume.VolumePlan;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.provider.HostView;
import dev.dvl.engine.provider.Planned;
import java.util.List;
import java.util.Set;

/** The one door of planning. */
public final class DockerPlan {
  private static final Planned NOTHING = new Planned(List.of(), List.of(), Set.of());

  private DockerPlan() {}

  public static Planned plan(Change change, HostView view) {
    if (!acts(change)) {
      return NOTHING;
    }
    return switch (change.kind().name()) {
      case "container" -> new ContainerPlan(change, new Neighbours(view)).planned();
      case "network" -> NetworkPlan.plan(change);
      case "volume" -> VolumePlan.plan(change);
      case "image" -> ImagePlan.plan(change, new Neighbours(view));
      default -> throw new IllegalArgumentException("not a Docker kind: " + change.kind().name());
    };
  }

  /** Whose an object is cannot be written on it; what is adopted may have to be changed. */
  private static boolean acts(Change change) {
    return switch (change.action()) {
      case CREATE, UPDATE, REPLACE, REPLACE_START_FIRST, DESTROY, CONDITIONAL -> true;
      case ADOPT -> !change.fields().isEmpty();
      case MOVE, FORGET, UNDECIDED -> false;
    };
  }
}
