/** Tests of the schema and of what is generated from it. */
@NullMarked
package dev.dvl.vsphere.wire.vim;

import org.jspecify.annotations.NullMarked;
