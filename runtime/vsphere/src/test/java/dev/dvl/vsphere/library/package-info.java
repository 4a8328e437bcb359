/** Tests of machines that are made of items of content libraries. */
@NullMarked
package dev.dvl.vsphere.library;

import org.jspecify.annotations.NullMarked;
