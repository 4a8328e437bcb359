/** The commands, one class each; only the one that was asked for is ever built. */
@NullMarked
package dev.dvl.cli.command;

import org.jspecify.annotations.NullMarked;
