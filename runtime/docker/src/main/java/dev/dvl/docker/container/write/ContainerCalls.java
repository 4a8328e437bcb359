package dev.dvl.docker.container.write;

import dev.dvl.docker.container.plan.Calls;
import dev.dvl.docker.kind.Engine;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Site;
import java.util.Map;

/** The primitive calls on containers, by their names in plans. */
public final class ContainerCalls {
  private ContainerCalls() {}

  public static Map<String, Primitive<?>> of(Site site) {
    Engine engine = site.engine();
    return Map.of(
        Calls.CONTAINER_CREATE, new CreateContainer(engine),
        Calls.CONTAINER_UPLOAD, new UploadFile(engine, site.project()),
        Calls.CONTAINER_START, new StartContainer(engine),
        Calls.CONTAINER_STOP, new StopContainer(engine),
        Calls.CONTAINER_WAIT, new WaitForContainer(engine),
        Calls.CONTAINER_RENAME, new RenameContainer(engine),
        Calls.CONTAINER_UPDATE, new UpdateContainer(engine),
        Calls.CONTAINER_REMOVE, new RemoveContainer(engine),
        Calls.NETWORK_CONNECT, new JoinNetwork(engine),
        Calls.NETWORK_DISCONNECT, new LeaveNetwork(engine));
  }
}
