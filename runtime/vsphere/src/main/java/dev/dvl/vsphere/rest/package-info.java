/** The REST API of vCenter servers for tags and content libraries, in both of its dialects. */
@NullMarked
package dev.dvl.vsphere.rest;

import org.jspecify.annotations.NullMarked;
