/** The Docker provider: reads and changes a Docker engine over its HTTP API. */
@NullMarked
package dev.dvl.docker;

import org.jspecify.annotations.NullMarked;
