/** The standard kinds: their schemas as resources, and the records generated from them. */
@NullMarked
package dev.dvl.stdlib;

import org.jspecify.annotations.NullMarked;
