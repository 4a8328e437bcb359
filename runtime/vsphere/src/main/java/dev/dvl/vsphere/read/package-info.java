/** Reading a vSphere server while planning: nothing here changes anything. */
@NullMarked
package dev.dvl.vsphere.read;

import org.jspecify.annotations.NullMarked;
