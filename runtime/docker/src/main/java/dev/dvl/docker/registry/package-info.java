/** Who we are to registries: from host blocks, Docker's configuration, and its helpers. */
@NullMarked
package dev.dvl.docker.registry;

import org.jspecify.annotations.NullMarked;
