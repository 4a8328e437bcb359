package dev.dvl.vsphere.session;

/** Opens sessions; the only way in. */
public interface VSphereConnector {
  /**
   * Logs in.
   *
   * @throws VSphereException when nobody answers, the certificate is not trusted or the login fails
   */
  VSphereSession open(Endpoint endpoint, Trust trust, Credentials credentials, Limits limits)
      throws VSphereException;
}
