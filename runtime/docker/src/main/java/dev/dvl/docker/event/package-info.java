/** The engine's events, for those who watch and for those who wait. */
@NullMarked
package dev.dvl.docker.event;

import org.jspecify.annotations.NullMarked;
