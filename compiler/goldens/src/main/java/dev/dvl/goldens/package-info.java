/** Runs tests whose input and expected output are files side by side. */
@NullMarked
package dev.dvl.goldens;

import org.jspecify.annotations.NullMarked;
