/** What is sent to the engine as an archive: build contexts, and files for containers. */
@NullMarked
package dev.dvl.docker.build;

import org.jspecify.annotations.NullMarked;
