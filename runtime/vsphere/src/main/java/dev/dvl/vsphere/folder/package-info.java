/** Folders for virtual machines. */
@NullMarked
package dev.dvl.vsphere.folder;

import org.jspecify.annotations.NullMarked;
