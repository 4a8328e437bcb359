/** Runs the real command line on small programs. */
@NullMarked
package dev.dvl.cli.session;

import org.jspecify.annotations.NullMarked;
