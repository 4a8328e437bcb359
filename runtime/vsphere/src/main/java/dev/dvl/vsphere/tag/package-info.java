/** Tags and their categories, which dvl knows and does not make yet. */
@NullMarked
package dev.dvl.vsphere.tag;

import org.jspecify.annotations.NullMarked;
