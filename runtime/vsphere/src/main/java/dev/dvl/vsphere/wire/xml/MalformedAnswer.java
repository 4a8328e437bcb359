package dev.dvl.vsphere.wire.xml;

/** A server's answer that is not what the protocol says, or is larger than anything it may be. */
public final class MalformedAnswer extends RuntimeException {
  public MalformedAnswer(String message) {
    super(message);
  }

  public MalformedAnswer(String message, Throwable cause) {
    super(message, cause);
  }
}
