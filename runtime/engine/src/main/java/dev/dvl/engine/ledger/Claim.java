package dev.dvl.engine.ledger;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Ref;

/** What is to be remembered of a resource and its object may not be able to carry. */
public sealed interface Claim {

  /** The object of {@code from} stands for {@code to} from now on. */
  record Moved(Address from, Address to, Ref object, Address host) implements Claim {}

  /** An object that somebody else made stands for a resource from now on. */
  record Adopted(Address resource, Ref object, Address host) implements Claim {}

  /** What a resource had adopted is gone, and another object stands for it. */
  record Outlived(Address resource, Ref object) implements Claim {}

  /** The object of a resource is no longer this stack's, whatever it carries. */
  record Forgotten(Address resource, Ref object) implements Claim {}

  /** A change of a resource begins after which it is to be good for some time. */
  record Unsteady(Address resource) implements Claim {}

  /**
   * What {@code replace_when} says of a resource whose object carries no record counts from now on.
   *
   * @param print a fingerprint of it
   */
  record Triggered(Address resource, String print) implements Claim {}
}
