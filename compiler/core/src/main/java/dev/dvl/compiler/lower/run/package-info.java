/** What one lowering shares: what was found out before it, what it may spend, what it tells. */
@NullMarked
package dev.dvl.compiler.lower.run;

import org.jspecify.annotations.NullMarked;
