/** The hosts of a program: which provider serves each, and the connections to them. */
@NullMarked
package dev.dvl.engine.host;

import org.jspecify.annotations.NullMarked;
