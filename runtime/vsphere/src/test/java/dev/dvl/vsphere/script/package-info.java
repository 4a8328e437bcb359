/**
 * A server that does what a script says, and takes nothing that a vCenter server would not take.
 */
@NullMarked
package dev.dvl.vsphere.script;

import org.jspecify.annotations.NullMarked;
