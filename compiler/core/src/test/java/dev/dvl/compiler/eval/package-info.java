/** Tests of evaluation. */
@NullMarked
package dev.dvl.compiler.eval;

import org.jspecify.annotations.NullMarked;
