/** Finds the type of each expression, and of what its names stand for. */
@NullMarked
package dev.dvl.compiler.check.expr;

import org.jspecify.annotations.NullMarked;
