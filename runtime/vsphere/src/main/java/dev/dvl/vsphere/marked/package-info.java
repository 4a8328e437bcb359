/**
 * Objects that have no room of their own for a birth record: made under a name that says whose they
 * are, marked, and renamed.
 */
@NullMarked
package dev.dvl.vsphere.marked;

import org.jspecify.annotations.NullMarked;
