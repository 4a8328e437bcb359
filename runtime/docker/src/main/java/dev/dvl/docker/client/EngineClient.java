package dev.dvl.docker.client;

import dev.dvl.docker.wire.Api;

/**
 * The commands by which dvl changes an engine. What the engine refuses is an {@link
 * dev.dvl.docker.wire.EngineError}, whatever command it was; any other {@link java.io.IOException}
 * leaves open whether the command was carried out.
 */
public final class EngineClient {
  private final DockerJava library;

  public EngineClient(Api api) {
    this.library = new DockerJava(api);
  }

  public VolumeCommands volumes() {
    return new VolumeCommands(library);
  }

  public NetworkCommands networks() {
    return new NetworkCommands(library);
  }

  public ContainerCommands containers() {
    return new ContainerCommands(library);
  }

  public ImageCommands images() {
    return new ImageCommands(library);
  }
}
