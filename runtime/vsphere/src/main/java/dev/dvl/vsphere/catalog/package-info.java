/** What stands in the inventory of a vSphere server, as one bulk read has found it. */
@NullMarked
package dev.dvl.vsphere.catalog;

import org.jspecify.annotations.NullMarked;
