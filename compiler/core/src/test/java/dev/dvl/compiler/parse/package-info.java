/** Goldens and laws of syntax. */
@NullMarked
package dev.dvl.compiler.parse;

import org.jspecify.annotations.NullMarked;
