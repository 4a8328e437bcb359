/** What dvl talks through: the three streams of the process, and what is known about them. */
@NullMarked
package dev.dvl.cli.terminal;

import org.jspecify.annotations.NullMarked;
