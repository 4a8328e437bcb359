/** Tests of the way to an engine by SSH. */
@NullMarked
package dev.dvl.docker.ssh;

import org.jspecify.annotations.NullMarked;
