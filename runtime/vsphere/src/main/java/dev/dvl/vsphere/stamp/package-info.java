/** The birth records that objects of vSphere carry, and what they say of whose an object is. */
@NullMarked
package dev.dvl.vsphere.stamp;

import org.jspecify.annotations.NullMarked;
