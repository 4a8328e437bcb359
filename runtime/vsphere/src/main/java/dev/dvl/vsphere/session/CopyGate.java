package dev.dvl.vsphere.session;

/** Lets copies through when there is room where they go. */
public interface CopyGate {
  /**
   * Runs a copy when there is room.
   *
   * @param where it is made
   */
  Ref pass(Libraries.Deployment where, Copy copy) throws VSphereException, InterruptedException;

  /** A copy that is made. */
  interface Copy {
    Ref run() throws VSphereException, InterruptedException;
  }
}
