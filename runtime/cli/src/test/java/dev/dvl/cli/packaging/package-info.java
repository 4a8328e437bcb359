/** Holds that packaged classes do what compiled ones do. */
@NullMarked
package dev.dvl.cli.packaging;

import org.jspecify.annotations.NullMarked;
