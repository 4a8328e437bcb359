/** Tests of what is made from kinds. */
@NullMarked
package dev.dvl.codegen;

import org.jspecify.annotations.NullMarked;
