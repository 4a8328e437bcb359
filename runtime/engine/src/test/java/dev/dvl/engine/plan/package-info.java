/** Tests of the file that says whose the objects are. */
@NullMarked
package dev.dvl.engine.plan;

import org.jspecify.annotations.NullMarked;
