package dev.dvl.vsphere.kind;

import dev.dvl.engine.provider.Begun;
import dev.dvl.engine.provider.CallArguments;
import dev.dvl.engine.provider.Done;
import dev.dvl.engine.provider.OpProblem;
import dev.dvl.engine.provider.Probe;
import dev.dvl.engine.provider.Run;
import dev.dvl.vsphere.catalog.NameProblem;
import dev.dvl.vsphere.session.VSphereException;

/**
 * One primitive call.
 *
 * @param <A> what it is told
 */
public interface Primitive<A extends CallArguments> {

  /** The record of what it is told. */
  Class<A> arguments();

  /** What does not come about, as a clause for problems: "folder `shop` cannot be made". */
  String failing(A args);

  /**
   * Makes the call; what the server says of a failure may pass through. A name that leads nowhere
   * is told before anything is changed, or where making the call again does no harm: it is tried
   * again.
   */
  Done run(A args, Site site, Run run)
      throws VSphereException, NameProblem, OpProblem, InterruptedException;

  /** What became of the call, from the server alone. */
  Probe probe(A args, Site site, Begun begun) throws VSphereException, NameProblem;
}
