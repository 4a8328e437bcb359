/** Tests of programs that make a machine and what runs in it. */
@NullMarked
package dev.dvl.cli.machines;

import org.jspecify.annotations.NullMarked;
