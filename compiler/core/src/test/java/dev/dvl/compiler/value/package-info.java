/** Tests of values. */
@NullMarked
package dev.dvl.compiler.value;

import org.jspecify.annotations.NullMarked;
