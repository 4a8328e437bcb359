/** Tests of the whole compiler, and of the examples on the pages of diagnostics. */
@NullMarked
package dev.dvl.compiler;

import org.jspecify.annotations.NullMarked;
