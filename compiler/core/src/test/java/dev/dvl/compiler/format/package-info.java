/** Tests of the one form of programs: goldens, and laws over every program of the project. */
@NullMarked
package dev.dvl.compiler.format;

import org.jspecify.annotations.NullMarked;
