/** What checking finds out about expressions and declarations. */
@NullMarked
package dev.dvl.compiler.check.result;

import org.jspecify.annotations.NullMarked;
