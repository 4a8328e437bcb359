/** Computes expressions in a scope, which says what names stand for. */
@NullMarked
package dev.dvl.compiler.lower.expr;

import org.jspecify.annotations.NullMarked;
