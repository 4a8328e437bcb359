/** Tests of how diagnostics are shown. */
@NullMarked
package dev.dvl.compiler.diagnostic;

import org.jspecify.annotations.NullMarked;
