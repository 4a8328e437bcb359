/** Plans, values and outcomes as text for people. */
@NullMarked
package dev.dvl.cli.render;

import org.jspecify.annotations.NullMarked;
