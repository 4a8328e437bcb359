/** Tests of lowering and of the rules across resources, over whole programs. */
@NullMarked
package dev.dvl.compiler.lower;

import org.jspecify.annotations.NullMarked;
