/** What each resource and each unwanted object comes to, and whether that may be. */
@NullMarked
package dev.dvl.engine.plan.judge;

import org.jspecify.annotations.NullMarked;
