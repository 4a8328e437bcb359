/** Names: which declaration each name of a program means, found by position and scope. */
@NullMarked
package dev.dvl.compiler.resolve;

import org.jspecify.annotations.NullMarked;
