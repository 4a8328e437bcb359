/** Reads the parts of the flat program off what has been unfolded. */
@NullMarked
package dev.dvl.compiler.lower.program;

import org.jspecify.annotations.NullMarked;
