/** What every provider must keep, on folders and pools of a simulator. */
@NullMarked
package dev.dvl.vsphere.contract;

import org.jspecify.annotations.NullMarked;
