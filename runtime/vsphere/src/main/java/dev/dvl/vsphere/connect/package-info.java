/** From the host block of a program to a session on a vSphere server. */
@NullMarked
package dev.dvl.vsphere.connect;

import org.jspecify.annotations.NullMarked;
