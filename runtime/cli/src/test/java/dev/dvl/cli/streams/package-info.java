/** Tests of what others write, on its way to a person or a file. */
@NullMarked
package dev.dvl.cli.streams;

import org.jspecify.annotations.NullMarked;
