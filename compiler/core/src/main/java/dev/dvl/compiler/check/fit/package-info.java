/** How types lie to one another: which fits where another is wanted, what two have in common. */
@NullMarked
package dev.dvl.compiler.check.fit;

import org.jspecify.annotations.NullMarked;
