/** Plans as files, and the report of a plan for other programs. */
@NullMarked
package dev.dvl.engine.plan.codec;

import org.jspecify.annotations.NullMarked;
