/** Tests that the test machines' guests behave as those of real machines do. */
@NullMarked
package dev.dvl.vsphere.guest;

import org.jspecify.annotations.NullMarked;
