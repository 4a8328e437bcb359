/** Rules of clusters on a simulator. */
@NullMarked
package dev.dvl.vsphere.rule;

import org.jspecify.annotations.NullMarked;
