/**
 * Values of the language, terms that become values later, and the addresses and paths they stand
 * under.
 */
@NullMarked
package dev.dvl.compiler.value;

import org.jspecify.annotations.NullMarked;
