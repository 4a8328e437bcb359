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
    return Map.ofEntries(
        Map.entry(ContainerCallNames.CONTAINER_CREATE, new CreateContainer(engine)),
        Map.entry(ContainerCallNames.CONTAINER_UPLOAD, new UploadFile(engine, site.project())),
        Map.entry(ContainerCallNames.CONTAINER_START, new StartContainer(engine)),
        Map.entry(ContainerCallNames.CONTAINER_STOP, new StopContainer(engine)),
        Map.entry(ContainerCallNames.CONTAINER_WAIT, new WaitForContainer(engine)),
        Map.entry(ContainerCallNames.CONTAINER_STEADY, new StaySteady(engine)),
        Map.entry(ContainerCallNames.CONTAINER_DRAIN, new DrainContainer()),
        Map.entry(ContainerCallNames.CONTAINER_RENAME, new RenameContainer(engine)),
        Map.entry(ContainerCallNames.CONTAINER_UPDATE, new UpdateContainer(engine)),
        Map.entry(ContainerCallNames.CONTAINER_REMOVE, new RemoveContainer(engine)),
        Map.entry(ContainerCallNames.NETWORK_CONNECT, new JoinNetwork(engine)),
        Map.entry(ContainerCallNames.NETWORK_UNNAME, new LeaveNames(engine)),
        Map.entry(ContainerCallNames.NETWORK_DISCONNECT, new LeaveNetwork(engine)));
  }
}
