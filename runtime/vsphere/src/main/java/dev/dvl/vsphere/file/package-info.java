/** Files that are uploaded to datastores. */
@NullMarked
package dev.dvl.vsphere.file;

import org.jspecify.annotations.NullMarked;
