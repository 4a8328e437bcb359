/** Static checking: the type of every expression, and whether it may stand where it stands. */
@NullMarked
package dev.dvl.compiler.check;

import org.jspecify.annotations.NullMarked;
