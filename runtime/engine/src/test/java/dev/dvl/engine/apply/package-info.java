/** Tests of the order in which ops run. */
@NullMarked
package dev.dvl.engine.apply;

import org.jspecify.annotations.NullMarked;
