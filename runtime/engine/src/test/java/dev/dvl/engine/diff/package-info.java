/** Tests of how what is wanted and what is there are compared. */
@NullMarked
package dev.dvl.engine.diff;

import org.jspecify.annotations.NullMarked;
