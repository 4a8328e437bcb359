/**
 * The attributes of containers, each with its writing into a request and its reading from an
 * inspection side by side, so that what was asked for reads back as the same value.
 */
@NullMarked
package dev.dvl.docker.container.facet;

import org.jspecify.annotations.NullMarked;
