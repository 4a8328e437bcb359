package dev.dvl.docker.container.write;

import dev.dvl.docker.container.plan.Calls;
import dev.dvl.docker.kind.Engine;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Site;
import java.util.Map;

/** The primitive calls on containers, by their names in plans. */
public final class ContainerCalls {
  private ContainerCalls() {}

  public static Map<String, Primitive> of(Site site) {
    Engine engine = site.engine();
    return Map.of(
        Calls.CONTAINER_CREATE, new ContainerCreate(engine),
        Calls.CONTAINER_UPLOAD, new ContainerUpload(engine, site.project()),
        Calls.CONTAINER_START, new ContainerStart(engine),
        Calls.CONTAINER_STOP, new ContainerStop(engine),
        Calls.CONTAINER_WAIT, new ContainerWait(engine),
        Calls.CONTAINER_RENAME, new ContainerRename(engine),
        Calls.CONTAINER_UPDATE, new ContainerUpdate(engine),
        Calls.CONTAINER_REMOVE, new ContainerRemove(engine),
        Calls.NETWORK_CONNECT, new NetworkConnect(engine),
        Calls.NETWORK_DISCONNECT, new NetworkDisconnect(engine));
  }
}
