/** What the provider asks of each family of kinds; each family is a package beside this one. */
@NullMarked
package dev.dvl.vsphere.kind;

import org.jspecify.annotations.NullMarked;
