/** Tests of the commands that reach what a program made: logs, exec, ssh, context. */
@NullMarked
package dev.dvl.cli.reached;

import org.jspecify.annotations.NullMarked;
