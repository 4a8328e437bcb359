/** Images: built, pulled, or only looked up. */
@NullMarked
package dev.dvl.docker.image;

import org.jspecify.annotations.NullMarked;
