/** The primitive calls on containers, and what became of them. */
@NullMarked
package dev.dvl.docker.container.write;

import org.jspecify.annotations.NullMarked;
