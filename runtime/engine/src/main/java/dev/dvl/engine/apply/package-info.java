/** Carries out saved plans: exactly their ops, in parallel, each written down before it is made. */
@NullMarked
package dev.dvl.engine.apply;

import org.jspecify.annotations.NullMarked;
