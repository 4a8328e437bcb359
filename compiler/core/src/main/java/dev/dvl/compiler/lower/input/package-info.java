/** What a program is lowered with: parameters as they came in, files, limits. */
@NullMarked
package dev.dvl.compiler.lower.input;

import org.jspecify.annotations.NullMarked;
