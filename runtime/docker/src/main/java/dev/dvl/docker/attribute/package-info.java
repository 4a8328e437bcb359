/** Values of the language in the engine's JSON, there and back. */
@NullMarked
package dev.dvl.docker.attribute;

import org.jspecify.annotations.NullMarked;
