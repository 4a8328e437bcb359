package dev.dvl.vsphere.wire;

import dev.dvl.vsphere.http.Repeat;
import dev.dvl.vsphere.http.Transport;
import dev.dvl.vsphere.session.CopyGate;
import dev.dvl.vsphere.session.Credentials;
import dev.dvl.vsphere.session.Libraries;
import dev.dvl.vsphere.session.Limits;
import dev.dvl.vsphere.session.Tags;

/** What a session over SOAP cannot tell: it is asked for over the same transport in another way. */
public interface Beside {
  Tags tags();

  Libraries libraries();

  /** Leaves the server, before the session over SOAP does. */
  void close();

  /**
   * What is shared with the session over SOAP.
   *
   * @param gate lets copies through, whoever makes them
   */
  record Shared(
      Transport transport, Credentials credentials, Limits limits, Repeat repeat, CopyGate gate) {}

  /** Opens it; nothing is sent before something is asked for. */
  interface Opener {
    Beside open(Shared shared);
  }
}
