package dev.dvl.vsphere.http;

import dev.dvl.vsphere.session.VSphereException;

/** Makes a call again that failed for a passing reason. */
public interface Repeat {
  /**
   * Runs an attempt until it succeeds, or fails for good.
   *
   * @param reads whether the call changes nothing
   */
  <R> R run(boolean reads, Attempt<R> attempt) throws VSphereException;

  /** Something that may fail. */
  interface Attempt<R> {
    R make() throws VSphereException;
  }
}
