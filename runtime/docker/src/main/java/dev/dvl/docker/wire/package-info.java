/** HTTP and JSON, just as much of both as a Docker engine speaks, on kept connections. */
@NullMarked
package dev.dvl.docker.wire;

import org.jspecify.annotations.NullMarked;
