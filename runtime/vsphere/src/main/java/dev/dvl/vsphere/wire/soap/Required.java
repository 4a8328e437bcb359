package dev.dvl.vsphere.wire.soap;

import dev.dvl.vsphere.session.Fault;
import dev.dvl.vsphere.session.VSphereException;
import org.jspecify.annotations.Nullable;

/** A part of the service that not every server has. */
public final class Required {
  private Required() {}

  /** The part, or a fault that says that this server has none. */
  public static <T> T of(@Nullable T part, String what) throws VSphereException {
    if (part == null) {
      throw new VSphereException(
          Fault.of(
              Fault.Kind.REQUEST,
              "this server has no " + what + ".",
              "An ESXi host by itself cannot do all that a vCenter server can."));
    }
    return part;
  }
}
