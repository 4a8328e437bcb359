/** Waits for a machine that was made or started just now, link by link. */
@NullMarked
package dev.dvl.docker.ready;

import org.jspecify.annotations.NullMarked;
