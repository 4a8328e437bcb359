/** HTTPS to one server: trust, time limits, bounded answers, no redirects. */
@NullMarked
package dev.dvl.vsphere.http;

import org.jspecify.annotations.NullMarked;
