/** Tests of the schema and of what is made from it. */
@NullMarked
package dev.dvl.vimgen;

import org.jspecify.annotations.NullMarked;
