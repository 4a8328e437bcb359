package dev.dvl.vsphere.session;

import java.nio.file.Path;
import java.util.List;

/** Files and disks on datastores. A path is {@code [datastore] folder/file}. */
public interface Files {
  /** Sends a file; the folder must be there. */
  void upload(Path source, String target, String datacenter, Watch watch)
      throws VSphereException, InterruptedException;

  /** Makes a folder, and those above it. */
  void makeFolder(String path, Ref datacenter) throws VSphereException;

  /** Removes a file, or a folder with all that is in it. */
  void delete(String path, Ref datacenter, Watch watch)
      throws VSphereException, InterruptedException;

  /**
   * What is in a folder.
   *
   * @param browser the {@code HostDatastoreBrowser} of the datastore
   */
  List<Entry> list(Ref browser, String path, Watch watch)
      throws VSphereException, InterruptedException;

  /** A file or a folder, and its size in bytes. */
  record Entry(String name, long size) {}

  /** Makes a disk that belongs to no VM. */
  void createDisk(String path, Ref datacenter, long kilobytes, boolean thin, Watch watch)
      throws VSphereException, InterruptedException;

  void extendDisk(String path, Ref datacenter, long kilobytes, Watch watch)
      throws VSphereException, InterruptedException;

  void deleteDisk(String path, Ref datacenter, Watch watch)
      throws VSphereException, InterruptedException;
}
