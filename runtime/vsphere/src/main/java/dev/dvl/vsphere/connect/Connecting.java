package dev.dvl.vsphere.connect;

import dev.dvl.engine.provider.HostProblem;
import dev.dvl.engine.provider.HostSpec;
import dev.dvl.vsphere.Problems;
import dev.dvl.vsphere.catalog.Shelf;
import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.VSphereConnector;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.VSphereSession;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Logs in where a host block leads.
 *
 * @param nanos tells how much time has passed
 */
public record Connecting(VSphereConnector connector, HostSpec spec, LongSupplier nanos) {

  /**
   * Opens a session.
   *
   * @param selections what is read of an inventory there
   */
  public Site open(List<Selection> selections) throws HostProblem {
    Login login = Login.of(spec);
    try {
      VSphereSession session =
          connector.open(login.endpoint(), login.trust(), login.credentials(), login.limits());
      return new Site(session, spec, new Shelf(session, selections, nanos));
    } catch (VSphereException failed) {
      throw Problems.ofHost(spec, failed);
    }
  }
}
