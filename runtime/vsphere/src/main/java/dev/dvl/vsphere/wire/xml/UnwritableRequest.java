package dev.dvl.vsphere.wire.xml;

/**
 * A request that cannot be put on the wire: the server would not take it, or XML cannot carry it.
 */
public final class UnwritableRequest extends RuntimeException {
  public UnwritableRequest(String message) {
    super(message);
  }
}
