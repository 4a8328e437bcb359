/** Carries out primitive calls, and finds out what became of them. Only applying comes here. */
@NullMarked
package dev.dvl.docker.write;

import org.jspecify.annotations.NullMarked;
