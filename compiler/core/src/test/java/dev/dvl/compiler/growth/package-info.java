/** What the compiler spends on a program grows in step with the program. */
@NullMarked
package dev.dvl.compiler.growth;

import org.jspecify.annotations.NullMarked;
