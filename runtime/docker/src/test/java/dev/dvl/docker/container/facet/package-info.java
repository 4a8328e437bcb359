/** Tests of one form for values that Docker writes in several. */
@NullMarked
package dev.dvl.docker.container.facet;

import org.jspecify.annotations.NullMarked;
