/** From changes to primitive calls: pure functions, one class for each kind. */
@NullMarked
package dev.dvl.docker.plan;

import org.jspecify.annotations.NullMarked;
