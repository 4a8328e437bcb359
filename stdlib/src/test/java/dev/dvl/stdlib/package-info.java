/** Tests of the standard kinds and their records. */
@NullMarked
package dev.dvl.stdlib;

import org.jspecify.annotations.NullMarked;
