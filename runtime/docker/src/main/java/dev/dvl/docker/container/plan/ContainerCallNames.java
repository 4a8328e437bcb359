package dev.dvl.docker.container.plan;

/** The names of the primitive calls on containers. */
public final class ContainerCallNames {
  public static final String CONTAINER_CREATE = "container.create";
  public static final String CONTAINER_UPLOAD = "container.upload";
  public static final String CONTAINER_START = "container.start";
  public static final String CONTAINER_STOP = "container.stop";
  public static final String CONTAINER_WAIT = "container.wait";
  public static final String CONTAINER_STEADY = "container.steady";
  public static final String CONTAINER_DRAIN = "container.drain";
  public static final String CONTAINER_RENAME = "container.rename";
  public static final String CONTAINER_UPDATE = "container.update";
  public static final String CONTAINER_REMOVE = "container.remove";
  public static final String NETWORK_CONNECT = "network.connect";
  public static final String NETWORK_UNNAME = "network.unname";
  public static final String NETWORK_DISCONNECT = "network.disconnect";

  private ContainerCallNames() {}
}
