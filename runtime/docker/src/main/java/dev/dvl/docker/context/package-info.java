/** Entries of Docker's own command line, by which it reaches the engines of a program. */
@NullMarked
package dev.dvl.docker.context;

import org.jspecify.annotations.NullMarked;
