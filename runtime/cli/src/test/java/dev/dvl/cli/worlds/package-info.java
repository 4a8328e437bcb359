/** Tests that what earlier versions of dvl made stays as it is. */
@NullMarked
package dev.dvl.cli.worlds;

import org.jspecify.annotations.NullMarked;
