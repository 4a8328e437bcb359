/** Networks. */
@NullMarked
package dev.dvl.docker.network;

import org.jspecify.annotations.NullMarked;
