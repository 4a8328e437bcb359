/** What an engine will refuse of what is planned, as far as it tells that before it is asked. */
@NullMarked
package dev.dvl.docker.foresight;

import org.jspecify.annotations.NullMarked;
