/** Tests of tags and categories against the vCenter simulator. */
@NullMarked
package dev.dvl.vsphere.tag;

import org.jspecify.annotations.NullMarked;
