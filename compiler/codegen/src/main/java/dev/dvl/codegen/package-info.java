/** Turns kind schemas into Java records with JavaPoet. */
@NullMarked
package dev.dvl.codegen;

import org.jspecify.annotations.NullMarked;
