package dev.dvl.docker.kind;

/** The names of the primitive calls. */
public final class Calls {
  public static final String CONTAINER_CREATE = "container.create";
  public static final String CONTAINER_UPLOAD = "container.upload";
  public static final String CONTAINER_START = "container.start";
  public static final String CONTAINER_STOP = "container.stop";
  public static final String CONTAINER_WAIT = "container.wait";
  public static final String CONTAINER_RENAME = "container.rename";
  public static final String CONTAINER_UPDATE = "container.update";
  public static final String CONTAINER_REMOVE = "container.remove";
  public static final String NETWORK_CREATE = "network.create";
  public static final String NETWORK_REMOVE = "network.remove";
  public static final String NETWORK_CONNECT = "network.connect";
  public static final String NETWORK_DISCONNECT = "network.disconnect";
  public static final String VOLUME_CREATE = "volume.create";
  public static final String VOLUME_REMOVE = "volume.remove";
  public static final String IMAGE_PULL = "image.pull";
  public static final String IMAGE_BUILD = "image.build";
  public static final String IMAGE_REMOVE = "image.remove";

  private Calls() {}
}
