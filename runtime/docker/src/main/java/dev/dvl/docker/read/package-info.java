/** Reads an engine in bulk: one list per kind, one inspect per own container and its image. */
@NullMarked
package dev.dvl.docker.read;

import org.jspecify.annotations.NullMarked;
