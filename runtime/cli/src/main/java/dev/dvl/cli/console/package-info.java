/** A prompt at which expressions are tried out; the only user of JLine. */
@NullMarked
package dev.dvl.cli.console;

import org.jspecify.annotations.NullMarked;
