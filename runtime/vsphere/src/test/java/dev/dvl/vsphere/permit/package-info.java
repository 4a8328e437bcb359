/** What planning says of the privileges that changes need. */
@NullMarked
package dev.dvl.vsphere.permit;

import org.jspecify.annotations.NullMarked;
