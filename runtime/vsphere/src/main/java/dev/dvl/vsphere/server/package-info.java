/** Opens sessions on servers: what is spoken over SOAP, and over REST beside it. */
@NullMarked
package dev.dvl.vsphere.server;

import org.jspecify.annotations.NullMarked;
