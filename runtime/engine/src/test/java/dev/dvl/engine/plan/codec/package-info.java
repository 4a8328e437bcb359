/** Tests of what is read as a plan and what is not. */
@NullMarked
package dev.dvl.engine.plan.codec;

import org.jspecify.annotations.NullMarked;
