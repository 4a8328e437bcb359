/**
 * From a checked tree to the flat program: everything that is known is computed, the rest is left
 * as terms.
 */
@NullMarked
package dev.dvl.compiler.lower;

import org.jspecify.annotations.NullMarked;
