/** From a change of a machine, template or snapshot to calls. */
@NullMarked
package dev.dvl.vsphere.machine.plan;

import org.jspecify.annotations.NullMarked;
