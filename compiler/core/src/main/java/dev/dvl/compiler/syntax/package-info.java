/**
 * The syntax tree: immutable records that mirror what was written, and hold nothing that is found
 * out later.
 */
@NullMarked
package dev.dvl.compiler.syntax;

import org.jspecify.annotations.NullMarked;
