package dev.dvl.vsphere.session;

import java.io.IOException;

/** A fault that ends an operation. */
public final class VSphereException extends IOException {
  private final transient Fault fault;

  public VSphereException(Fault fault) {
    super(fault.toString());
    this.fault = fault;
  }

  public VSphereException(Fault fault, Throwable cause) {
    super(fault.toString(), cause);
    this.fault = fault;
  }

  /**
   * Something that was there when it was looked for is not.
   *
   * @param what the sentence's subject: "The tag urn:1"
   */
  public static VSphereException gone(String what) {
    return new VSphereException(
        Fault.of(Fault.Kind.NOT_FOUND, what + " is not there any more.", ""));
  }

  public Fault fault() {
    return fault;
  }

  /** Whether it is of that kind. */
  public boolean is(Fault.Kind kind) {
    return fault.kind() == kind;
  }
}
