/** Rules of clusters about which machines run on one host. */
@NullMarked
package dev.dvl.vsphere.rule;

import org.jspecify.annotations.NullMarked;
