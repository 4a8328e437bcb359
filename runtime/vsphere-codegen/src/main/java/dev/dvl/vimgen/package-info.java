/** Reads the schema of the vim25 types in use and writes Java records for them. */
@NullMarked
package dev.dvl.vimgen;

import org.jspecify.annotations.NullMarked;
