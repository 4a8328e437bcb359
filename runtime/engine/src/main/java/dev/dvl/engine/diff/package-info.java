/** Facts about how a live object differs from what is wanted; judgements are made elsewhere. */
@NullMarked
package dev.dvl.engine.diff;

import org.jspecify.annotations.NullMarked;
