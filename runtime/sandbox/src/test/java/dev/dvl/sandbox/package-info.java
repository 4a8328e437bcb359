/** Tests of the engine in a world that is made up. */
@NullMarked
package dev.dvl.sandbox;

import org.jspecify.annotations.NullMarked;
