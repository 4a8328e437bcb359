package dev.dvl.vsphere.wire;

import dev.dvl.vsphere.session.Credentials;
import dev.dvl.vsphere.session.Endpoint;
import dev.dvl.vsphere.session.Limits;
import dev.dvl.vsphere.session.Trust;
import dev.dvl.vsphere.session.VSphereConnector;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.VSphereSession;
import dev.dvl.vsphere.wire.soap.Vim;

/**
 * Opens sessions over SOAP.
 *
 * @param beside opens what SOAP cannot tell
 */
public record SoapConnector(Beside.Opener beside) implements VSphereConnector {
  @Override
  public VSphereSession open(Endpoint endpoint, Trust trust, Credentials credentials, Limits limits)
      throws VSphereException {
    return new SoapSession(
        Vim.open(endpoint, trust, credentials, limits), trust, credentials, beside);
  }
}
