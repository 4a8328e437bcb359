/** What privileges a planned call needs, and on which objects. */
@NullMarked
package dev.dvl.vsphere.need;

import org.jspecify.annotations.NullMarked;
