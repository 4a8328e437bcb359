/** Tags and their categories, and the attribute {@code tags} of what can bear them. */
@NullMarked
package dev.dvl.vsphere.tag;

import org.jspecify.annotations.NullMarked;
