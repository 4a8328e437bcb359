/** What a build sends to the engine: the context without what is ignored, hashed and packed. */
@NullMarked
package dev.dvl.docker.build;

import org.jspecify.annotations.NullMarked;
