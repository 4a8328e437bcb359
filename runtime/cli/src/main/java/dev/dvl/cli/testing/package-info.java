/** Runs the tests that a program holds, each in a made-up world of its own. */
@NullMarked
package dev.dvl.cli.testing;

import org.jspecify.annotations.NullMarked;
