/** Tests that run on what is shipped, without the libraries that tests bring. */
@NullMarked
package dev.dvl.cli.shipped;

import org.jspecify.annotations.NullMarked;
