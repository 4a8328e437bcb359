/** What is told of an apply while it happens. */
@NullMarked
package dev.dvl.cli.progress;

import org.jspecify.annotations.NullMarked;
