/** Programs to begin with. */
@NullMarked
package dev.dvl.cli.templates;

import org.jspecify.annotations.NullMarked;
