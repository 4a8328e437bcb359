package dev.dvl.engine.plan.identity;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Live;

/** An object on a host that is to go: why, and the address it was made for. */
public record Unwanted(Address host, Live live, Address address, Why why) {

  /** Only what is in the first is a user's, so only its end takes a consent to lose data. */
  public enum Why {
    /** It stood for a resource that the program no longer has: people have used it. */
    NOT_IN_PROGRAM,
    /** The program lets go of it. It stays, and so does what is in it. */
    FORGOTTEN,
    /** A run was cut off that made it. It never stood for its resource, so nobody used it. */
    UNFINISHED,
    /**
     * A run was cut off that replaced it, and its successor stands for the resource. That what is
     * in it goes was agreed to with the replacement.
     */
    SECOND
  }
}
