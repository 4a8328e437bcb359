/**
 * Unfolds the module and each use of a component into resources, whose parts are computed when
 * something asks.
 */
@NullMarked
package dev.dvl.compiler.lower.unfold;

import org.jspecify.annotations.NullMarked;
