/** The calls that carry changes out, and what each of them waits for. */
@NullMarked
package dev.dvl.engine.plan.order;

import org.jspecify.annotations.NullMarked;
