/** What a platform has to offer to the engine, and the facts that pass between them. */
@NullMarked
package dev.dvl.engine.provider;

import org.jspecify.annotations.NullMarked;
