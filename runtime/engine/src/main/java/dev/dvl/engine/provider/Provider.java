package dev.dvl.engine.provider;

import dev.dvl.compiler.value.Value;
import dev.dvl.engine.change.Change;
import dev.dvl.engine.live.Live;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * One platform, found by {@link java.util.ServiceLoader}. Has no state, and does no input or output
 * except in {@link #connect} and {@link #ready}, and but for files of this machine in {@link
 * #foreseen}.
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
   * What a live object shows beside wanted values, without what its platform added where they say
   * nothing. The engine compares this, and no more; it relies on all that the object shows. Pure.
   */
  default Live beside(SortedMap<String, Value> wanted, Live live) {
    return live;
  }

  /**
   * The primitive calls that carry out one change. Pure: the same change and view give the same
   * calls; also asked for a host that does not exist yet.
   */
  Planned plan(Change change, HostView host);

  /**
   * What is lost with a change beside what the attributes that differ say, such as what is in parts
   * of an object that nobody named. Asked of what is replaced or destroyed, and of what is created
   * in the place of an object that went behind dvl's back. Pure, as {@link #plan} is.
   */
  default List<Lost> lost(Change change, HostView host) {
    return List.of();
  }

  /**
   * What dvl has left to do to an object that is as the program wants it, once the host that the
   * object is can be used: full sentences, which the calls of an update see to. Pure.
   */
  default List<String> left(Live live) {
    return List.of();
  }

  /**
   * Connects to a host. Called when every value of the host block is known: while planning, or in
   * the middle of an apply.
   */
  Reader connect(HostSpec spec, Secrets secrets, Cancel cancel) throws HostProblem;

  /**
   * Why a host will not let itself be connected to, as far as this machine alone can tell: a key
   * that is not there, a file that cannot be read. Nobody is asked over the net. Called while
   * planning for a host that is made in this plan, and for one that could not be connected to.
   *
   * @param spec the attributes of its block; what is known only later stands in them as it is
   */
  default List<HostProblem> foreseen(HostSpec spec) {
    return List.of();
  }

  /**
   * Connects to a host that gives no answer yet: waits, link by link, until it can be used, or
   * fails with the link that stays broken. Tells through {@code run} what it waits for, and gives
   * up when that is cancelled. Changes nothing on the host, so it may be repeated.
   *
   * @param before what it was doing before; whether it is worth while to wait for long
   */
  default Reader ready(HostSpec spec, Secrets secrets, Before before, Run run) throws HostProblem {
    return connect(spec, secrets, run.cancel());
  }

  /** The kinds whose objects run: they write, and commands can be run in them. */
  default Set<String> running() {
    return Set.of();
  }

  /**
   * The way into the machine that a host is on; empty where the platform has none.
   *
   * @throws HostProblem when what the block says cannot be used, or the machine has no address now
   */
  default Optional<Entrance> entrance(HostSpec spec) throws HostProblem {
    return Optional.empty();
  }

  /** The entries of the platform's own command line, where it has such. */
  default Optional<Contexts> contexts(Map<String, String> environment, Path home) {
    return Optional.empty();
  }
}
