package dev.dvl.engine.provider;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import java.util.Set;
import java.util.SortedMap;

/**
 * One platform, found by {@link java.util.ServiceLoader}. Has no state, and does no input or output
 * except in {@link #connect}.
 */
public interface Provider {

  /** A short name that stays the same: {@code docker}. */
  String id();

  /** The kinds of host that this provider connects to. */
  Set<String> hostKinds();

  /**
   * Wanted values in the one form in which a live object shows them: ports without what goes
   * without saying, ranges unfolded, image names without {@code :latest}. The engine compares this
   * form; a value that is not known yet, and a reference, stay as they are. Pure.
   */
  default SortedMap<String, Value> canonical(String kind, SortedMap<String, Value> wanted) {
    return wanted;
  }

  /**
   * The primitive calls that carry out one change. Pure: the same change and view give the same
   * calls; also asked for a host that does not exist yet.
   */
  Planned plan(Change change, HostView host);

  /**
   * Connects to a host. Called when every value of the host block is known: while planning, or in
   * the middle of an apply.
   */
  Reader connect(HostSpec spec, Secrets secrets, Cancel cancel) throws HostProblem;
}
