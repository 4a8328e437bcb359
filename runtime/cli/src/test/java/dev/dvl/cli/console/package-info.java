/** Tests of the prompt. */
@NullMarked
package dev.dvl.cli.console;

import org.jspecify.annotations.NullMarked;
