package dev.dvl.vsphere.permit;

import dev.dvl.vsphere.session.Ref;

/** A privilege that a call needs on an object. */
record Need(Ref on, Privilege privilege) {}
