/** Birth records as labels: how they are written, and whether they count on their bearer. */
@NullMarked
package dev.dvl.docker.stamp;

import org.jspecify.annotations.NullMarked;
