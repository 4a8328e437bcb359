package dev.dvl.vsphere.file;

import dev.dvl.vsphere.kind.Site;
import dev.dvl.vsphere.session.Ref;
import dev.dvl.vsphere.session.VSphereException;

/** Folders on datastores. */
final class Folders {
  private Folders() {}

  /** Makes a folder and those above it, where they are missing. */
  static void make(Site site, String folder, Ref datacenter) throws VSphereException {
    try {
      site.session().files().makeFolder(folder, datacenter);
    } catch (VSphereException failed) {
      if (!failed.fault().type().equals("FileAlreadyExists")) {
        throw failed;
      }
    }
  }
}
