/**
 * The one form of a program's text: where lines break, how far they are indented, what is aligned.
 */
@NullMarked
package dev.dvl.compiler.format;

import org.jspecify.annotations.NullMarked;
