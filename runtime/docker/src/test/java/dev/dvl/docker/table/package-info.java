/** What the provider makes of every attribute, tried on a real engine. */
@NullMarked
package dev.dvl.docker.table;

import org.jspecify.annotations.NullMarked;
