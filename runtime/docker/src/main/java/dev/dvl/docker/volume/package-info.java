/** Volumes. */
@NullMarked
package dev.dvl.docker.volume;

import org.jspecify.annotations.NullMarked;
