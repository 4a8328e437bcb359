/** Containers: what they look like on an engine. */
@NullMarked
package dev.dvl.docker.container;

import org.jspecify.annotations.NullMarked;
