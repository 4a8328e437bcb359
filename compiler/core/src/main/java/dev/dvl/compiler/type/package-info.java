/** Static types with their qualifiers: when a value is known, and whether it is secret. */
@NullMarked
package dev.dvl.compiler.type;

import org.jspecify.annotations.NullMarked;
