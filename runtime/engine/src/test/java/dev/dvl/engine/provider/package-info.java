/** Tests of what providers share. */
@NullMarked
package dev.dvl.engine.provider;

import org.jspecify.annotations.NullMarked;
