/** What commands print for other programs. */
@NullMarked
package dev.dvl.cli.json;

import org.jspecify.annotations.NullMarked;
