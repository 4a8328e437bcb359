/** Evaluation of terms: the same functions for the compiler, for rules of kinds, and for apply. */
@NullMarked
package dev.dvl.compiler.eval;

import org.jspecify.annotations.NullMarked;
