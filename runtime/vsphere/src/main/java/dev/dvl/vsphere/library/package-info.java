/** Finding items of content libraries by the names that programs write. */
@NullMarked
package dev.dvl.vsphere.library;

import org.jspecify.annotations.NullMarked;
