/** The way to a machine by SSH: what block, endpoint and the user's SSH configuration say. */
@NullMarked
package dev.dvl.docker.ssh;

import org.jspecify.annotations.NullMarked;
