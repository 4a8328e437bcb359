/** The command line: the only package that sees every other. */
@NullMarked
package dev.dvl.cli;

import org.jspecify.annotations.NullMarked;
