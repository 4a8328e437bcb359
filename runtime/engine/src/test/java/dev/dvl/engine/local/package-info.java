/** Tests of what is read from the program's own folder. */
@NullMarked
package dev.dvl.engine.local;

import org.jspecify.annotations.NullMarked;
