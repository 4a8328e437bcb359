/** The pages of diagnostics, as they are shipped with dvl. */
@NullMarked
package dev.dvl.cli.explain;

import org.jspecify.annotations.NullMarked;
