/** The compiler: every stage is a package with one public door, and none reads or writes a file. */
@NullMarked
package dev.dvl.compiler;

import org.jspecify.annotations.NullMarked;
