/** Credential helpers, real processes all of them. */
@NullMarked
package dev.dvl.docker.registry;

import org.jspecify.annotations.NullMarked;
