/** The vim25 types and methods in use, generated from {@code schema/vim25.schema}. */
@NullMarked
package dev.dvl.vsphere.wire.vim;

import org.jspecify.annotations.NullMarked;
