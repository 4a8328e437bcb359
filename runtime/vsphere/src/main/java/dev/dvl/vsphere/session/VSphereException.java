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

  public Fault fault() {
    return fault;
  }

  /** Whether it is of that kind. */
  public boolean is(Fault.Kind kind) {
    return fault.kind() == kind;
  }
}
