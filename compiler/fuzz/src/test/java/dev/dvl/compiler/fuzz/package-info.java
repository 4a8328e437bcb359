/** Looks for texts that break a stage of the compiler. */
@NullMarked
package dev.dvl.compiler.fuzz;

import org.jspecify.annotations.NullMarked;
