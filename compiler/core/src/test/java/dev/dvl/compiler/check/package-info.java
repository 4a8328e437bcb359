/** Goldens and laws of types and of names. */
@NullMarked
package dev.dvl.compiler.check;

import org.jspecify.annotations.NullMarked;
