/** Objects as platforms show them: what they are, whose they are, and what they carry. */
@NullMarked
package dev.dvl.engine.live;

import org.jspecify.annotations.NullMarked;
