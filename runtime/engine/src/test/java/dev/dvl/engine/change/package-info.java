/** Tests of what changes and ops must hold. */
@NullMarked
package dev.dvl.engine.change;

import org.jspecify.annotations.NullMarked;
