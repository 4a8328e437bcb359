package dev.dvl.vsphere.need;

import dev.dvl.vsphere.session.Ref;

/** A privilege that a call needs on an object. */
public record Need(Ref on, Privilege privilege) {}
