/** The engine: compares a program with live state, plans the difference and carries it out. */
@NullMarked
package dev.dvl.engine;

import org.jspecify.annotations.NullMarked;
