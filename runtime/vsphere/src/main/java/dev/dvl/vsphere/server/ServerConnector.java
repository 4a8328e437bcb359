package dev.dvl.vsphere.server;

import dev.dvl.vsphere.session.Credentials;
import dev.dvl.vsphere.session.Endpoint;
import dev.dvl.vsphere.session.Limits;
import dev.dvl.vsphere.session.Trust;
import dev.dvl.vsphere.session.VSphereConnector;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.VSphereSession;
import dev.dvl.vsphere.wire.SoapConnector;

/** Opens sessions on vCenter servers and ESXi hosts. */
public final class ServerConnector implements VSphereConnector {
  @Override
  public VSphereSession open(Endpoint endpoint, Trust trust, Credentials credentials, Limits limits)
      throws VSphereException {
    return new SoapConnector(RestSession::open).open(endpoint, trust, credentials, limits);
  }
}
