/** Runs what the pages under {@code docs} and the folders under {@code examples} show. */
@NullMarked
package dev.dvl.cli.docs;

import org.jspecify.annotations.NullMarked;
