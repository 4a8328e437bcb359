/** Resource pools: shares of a cluster or of an ESXi host. */
@NullMarked
package dev.dvl.vsphere.pool;

import org.jspecify.annotations.NullMarked;
