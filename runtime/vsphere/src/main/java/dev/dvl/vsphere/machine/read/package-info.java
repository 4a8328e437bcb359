/** What a server says of machines, in the words of the schemas. */
@NullMarked
package dev.dvl.vsphere.machine.read;

import org.jspecify.annotations.NullMarked;
