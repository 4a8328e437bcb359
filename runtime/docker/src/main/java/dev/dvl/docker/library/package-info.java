/** The commands of docker-java, on connections of dvl's own. */
@NullMarked
package dev.dvl.docker.library;

import org.jspecify.annotations.NullMarked;
