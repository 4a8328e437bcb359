package dev.dvl.vsphere.kind;

import dev.dvl.engine.provider.HostSpec;
import dev.dvl.vsphere.catalog.Catalog;
import dev.dvl.vsphere.catalog.Names;
import dev.dvl.vsphere.session.Selection;
import dev.dvl.vsphere.session.VSphereException;
import dev.dvl.vsphere.session.VSphereSession;
import java.util.List;

/** A server that we are logged in to, and the host block that led there. */
public record Site(VSphereSession session, HostSpec spec) {

  /** The inventory as it is now. */
  public Catalog catalog(Selection... more) throws VSphereException {
    return Catalog.read(session, List.of(more));
  }

  /** What the program's names lead to now. */
  public Names names(Selection... more) throws VSphereException {
    return new Names(catalog(more), spec);
  }
}
