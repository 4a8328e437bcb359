/** The engine on the sandbox: whole programs, planned and applied. */
@NullMarked
package dev.dvl.engine.trial;

import org.jspecify.annotations.NullMarked;
