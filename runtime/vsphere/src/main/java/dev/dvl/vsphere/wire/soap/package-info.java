/** SOAP to one server: calls, faults, versions, and a session that stays. */
@NullMarked
package dev.dvl.vsphere.wire.soap;

import org.jspecify.annotations.NullMarked;
