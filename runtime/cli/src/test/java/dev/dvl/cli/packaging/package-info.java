/** Tests of what packaging makes of the classes. */
@NullMarked
package dev.dvl.cli.packaging;

import org.jspecify.annotations.NullMarked;
