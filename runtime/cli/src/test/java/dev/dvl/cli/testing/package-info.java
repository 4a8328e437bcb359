/** Tests of how tests of programs are run. */
@NullMarked
package dev.dvl.cli.testing;

import org.jspecify.annotations.NullMarked;
