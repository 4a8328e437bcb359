/** Tests of the Docker provider on a real engine. */
@NullMarked
package dev.dvl.docker;

import org.jspecify.annotations.NullMarked;
