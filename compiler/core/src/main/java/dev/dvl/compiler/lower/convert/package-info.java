/** Makes values those of the types that are wanted, and holds them to the conditions of these. */
@NullMarked
package dev.dvl.compiler.lower.convert;

import org.jspecify.annotations.NullMarked;
