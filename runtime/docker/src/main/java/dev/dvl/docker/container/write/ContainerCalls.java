package dev.dvl.docker.container.write;

import dev.dvl.docker.container.plan.ContainerCallNames;
import dev.dvl.docker.kind.DockerEngine;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Site;
import java.util.Map;

/** The primitive calls on containers, by their names in plans. */
public final class ContainerCalls {
  private ContainerCalls() {}

  public static Map<String, Primitive<?>> of(Site site) {
    DockerEngine engine = site.engine();
    return Map.of(
        ContainerCallNames.CONTAINER_CREATE, new CreateContainer(engine),
        ContainerCallNames.CONTAINER_UPLOAD, new UploadFile(engine, site.project()),
        ContainerCallNames.CONTAINER_START, new StartContainer(engine),
        ContainerCallNames.CONTAINER_STOP, new StopContainer(engine),
        ContainerCallNames.CONTAINER_WAIT, new WaitForContainer(engine),
        ContainerCallNames.CONTAINER_RENAME, new RenameContainer(engine),
        ContainerCallNames.CONTAINER_UPDATE, new UpdateContainer(engine),
        ContainerCallNames.CONTAINER_REMOVE, new RemoveContainer(engine),
        ContainerCallNames.NETWORK_CONNECT, new JoinNetwork(engine),
        ContainerCallNames.NETWORK_DISCONNECT, new LeaveNetwork(engine));
  }
}
