/** Tests of what a run is about. */
@NullMarked
package dev.dvl.cli.world;

import org.jspecify.annotations.NullMarked;
