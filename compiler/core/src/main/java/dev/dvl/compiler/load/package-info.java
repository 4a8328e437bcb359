/** From the files of a program to all its modules: which there are, and what each import names. */
@NullMarked
package dev.dvl.compiler.load;

import org.jspecify.annotations.NullMarked;
