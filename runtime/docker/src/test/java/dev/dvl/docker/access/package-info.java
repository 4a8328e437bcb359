/** Tests of what people do by hand with containers. */
@NullMarked
package dev.dvl.docker.access;

import org.jspecify.annotations.NullMarked;
