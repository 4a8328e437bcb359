package dev.dvl.vsphere.connect;

import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostSpec;
import dev.dvl.vsphere.Problems;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.session.VSphereConnector;
import dev.dvl.vsphere.session.VSphereException;

/** Logs in where a host block leads. */
public record Connecting(VSphereConnector connector, HostSpec spec) {

  public Site open() throws HostProblem {
    Login login = new Login(spec);
    try {
      return new Site(
          connector.open(login.endpoint(), login.trust(), login.credentials(), login.limits()),
          spec);
    } catch (VSphereException failed) {
      throw Problems.ofHost(spec, failed);
    }
  }
}
