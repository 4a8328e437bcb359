/** What is to happen, as pure data: changes for people, ops for apply. */
@NullMarked
package dev.dvl.engine.change;

import org.jspecify.annotations.NullMarked;
