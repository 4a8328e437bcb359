package dev.dvl.engine.plan.identity;

import dev.dvl.compiler.value.Address;
import dev.dvl.engine.live.Ref;

/** An object on a host that the program no longer has, and that the program lets go of. */
public record Abandoned(Address address, Address host, Ref object) {}
