/** Checks the items of a module, with the components among them. */
@NullMarked
package dev.dvl.compiler.check.item;

import org.jspecify.annotations.NullMarked;
