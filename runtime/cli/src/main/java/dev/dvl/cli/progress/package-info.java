/** What happens in an apply, told while it happens. */
@NullMarked
package dev.dvl.cli.progress;

import org.jspecify.annotations.NullMarked;
