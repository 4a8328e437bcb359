/** Tests of tags and content libraries. */
@NullMarked
package dev.dvl.vsphere.rest;

import org.jspecify.annotations.NullMarked;
