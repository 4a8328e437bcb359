/** Trials of keys of SSH. */
@NullMarked
package dev.dvl.engine.key;

import org.jspecify.annotations.NullMarked;
