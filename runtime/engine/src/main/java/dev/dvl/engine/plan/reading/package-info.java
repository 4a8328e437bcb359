/** What a plan is about, and how the hosts of the program show themselves. */
@NullMarked
package dev.dvl.engine.plan.reading;

import org.jspecify.annotations.NullMarked;
