/** Which object stands for which resource, and which objects stand for none. */
@NullMarked
package dev.dvl.engine.plan.identity;

import org.jspecify.annotations.NullMarked;
