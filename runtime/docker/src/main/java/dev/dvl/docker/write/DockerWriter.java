package dev.dvl.docker.write;

import dev.dvl.compiler.value.Value;
import dev.dvl.docker.Codes;
import dev.dvl.docker.connect.Connector.Connected;
import dev.dvl.docker.container.write.ContainerCreate;
import dev.dvl.docker.container.write.ContainerRemove;
import dev.dvl.docker.container.write.ContainerRename;
import dev.dvl.docker.container.write.ContainerStart;
import dev.dvl.docker.container.write.ContainerStop;
import dev.dvl.docker.container.write.ContainerUpdate;
import dev.dvl.docker.container.write.ContainerUpload;
import dev.dvl.docker.container.write.ContainerWait;
import dev.dvl.docker.container.write.NetworkConnect;
import dev.dvl.docker.container.write.NetworkDisconnect;
import dev.dvl.docker.image.ImageBuild;
import dev.dvl.docker.image.ImagePull;
import dev.dvl.docker.image.ImageRemove;
import dev.dvl.docker.kind.Calls;
import dev.dvl.docker.kind.Engine;
import dev.dvl.docker.kind.Primitive;
import dev.dvl.docker.kind.Problems;
import dev.dvl.docker.network.NetworkCreate;
import dev.dvl.docker.network.NetworkRemove;
import dev.dvl.docker.registry.Credentials;
import dev.dvl.docker.volume.VolumeCreate;
import dev.dvl.docker.volume.VolumeRemove;
import dev.dvl.engine.change.Op;
import dev.dvl.engine.provider.Begun;
import dev.dvl.engine.provider.Cancel;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.engine.provider.Wanted;
import dev.dvl.engine.provider.Writer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;

/** Finds the primitive that an op names, and gives its failures their codes. */
public final class DockerWriter implements Writer {
  private final Connected connected;
  private final Map<String, Primitive> primitives;

  /**
   * @param project the folder that build contexts and files are relative to
   */
  public DockerWriter(Connected connected, Path project, Credentials credentials) {
    this.connected = connected;
    Engine engine = new Engine(connected.api());
    this.primitives =
        Map.ofEntries(
            Map.entry(Calls.CONTAINER_CREATE, new ContainerCreate(engine)),
            Map.entry(Calls.CONTAINER_UPLOAD, new ContainerUpload(engine, project)),
            Map.entry(Calls.CONTAINER_START, new ContainerStart(engine)),
            Map.entry(Calls.CONTAINER_STOP, new ContainerStop(engine)),
            Map.entry(Calls.CONTAINER_WAIT, new ContainerWait(engine)),
            Map.entry(Calls.CONTAINER_RENAME, new ContainerRename(engine)),
            Map.entry(Calls.CONTAINER_UPDATE, new ContainerUpdate(engine)),
            Map.entry(Calls.CONTAINER_REMOVE, new ContainerRemove(engine)),
            Map.entry(Calls.NETWORK_CREATE, new NetworkCreate(engine)),
            Map.entry(Calls.NETWORK_REMOVE, new NetworkRemove(engine)),
            Map.entry(Calls.NETWORK_CONNECT, new NetworkConnect(engine)),
            Map.entry(Calls.NETWORK_DISCONNECT, new NetworkDisconnect(engine)),
            Map.entry(Calls.VOLUME_CREATE, new VolumeCreate(engine)),
            Map.entry(Calls.VOLUME_REMOVE, new VolumeRemove(engine)),
            Map.entry(Calls.IMAGE_PULL, new ImagePull(engine, credentials)),
            Map.entry(Calls.IMAGE_BUILD, new ImageBuild(engine, project, credentials)),
            Map.entry(Calls.IMAGE_REMOVE, new ImageRemove(engine)));
  }

  @Override
  public Done execute(Op op, SortedMap<String, Value> filled, Run run) throws OpProblem {
    Primitive primitive = primitive(op);
    Wanted args = new Wanted(filled);
    if (run.cancel().asked()) {
      throw Problems.cancelled(primitive.failing(args));
    }
    try {
      return primitive.run(args, run);
    } catch (IOException | RuntimeException e) {
      throw Problems.of(primitive.failing(args), e);
    }
  }

  @Override
  public Probe probe(Op op, SortedMap<String, Value> filled, Begun begun, Cancel cancel)
      throws HostProblem {
    try {
      return primitive(op).probe(new Wanted(filled));
    } catch (IOException e) {
      throw new HostProblem(
          Codes.LOST,
          "The connection to the Docker engine at " + connected.named() + " was lost.",
          e);
    }
  }

  private Primitive primitive(Op op) {
    Primitive found = primitives.get(op.call());
    if (found == null) {
      throw new IllegalArgumentException("no such call on a Docker engine: " + op.call());
    }
    return found;
  }
}
