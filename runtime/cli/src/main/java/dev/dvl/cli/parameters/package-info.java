/** Values that come from outside of the program: options, files and environment variables. */
@NullMarked
package dev.dvl.cli.parameters;

import org.jspecify.annotations.NullMarked;
