/**
 * Every attribute of every kind on a simulator: what was applied plans empty, what changes outside
 * shows.
 */
@NullMarked
package dev.dvl.vsphere.table;

import org.jspecify.annotations.NullMarked;
