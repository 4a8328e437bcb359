package dev.dvl.engine.plan.identity;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Ref;
import java.util.Optional;

/**
 * An object on a host that the program no longer has, of which nobody will take care: the program
 * lets go of it, or it goes with the host.
 *
 * @param machine what the host was made by, where that goes
 */
public record Abandoned(Address address, Address host, Ref object, Optional<Address> machine) {}
