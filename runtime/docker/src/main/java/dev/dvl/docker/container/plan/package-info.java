/** From changes of containers to primitive calls: pure functions. */
@NullMarked
package dev.dvl.docker.container.plan;

import org.jspecify.annotations.NullMarked;
