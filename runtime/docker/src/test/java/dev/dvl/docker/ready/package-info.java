/** Tests of waiting for a machine that was just started. */
@NullMarked
package dev.dvl.docker.ready;

import org.jspecify.annotations.NullMarked;
