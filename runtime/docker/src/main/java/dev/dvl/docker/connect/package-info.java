/** From a host block and the user's Docker settings to an engine that answers. */
@NullMarked
package dev.dvl.docker.connect;

import org.jspecify.annotations.NullMarked;
